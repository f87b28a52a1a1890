/*
 * The rules that sources promise (FORMAT.md section 12): one list a source, one line a rule. Cases
 * name them by id, "SOURCE#RULE". Parsing and looking up only; knows no cases. Pure.
 */
#ifndef SOURCES_H
#define SOURCES_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct errors;

enum rule_reason { RULE_CASES, RULE_NOT_COVERED, RULE_NOT_TESTABLE };

/* what is known of a rule: the order is that in which spec-map shows them */
enum cover { COVER_OPEN, COVER_NOT_COVERED, COVER_NOT_TESTABLE, COVER_COVERED };
enum { COVERS = COVER_COVERED + 1 };

struct rule {
	const char *id;  /* "SOURCE#RULE" */
	const char *url; /* where it is written */
	const char *text;
	enum rule_reason kind; /* RULE_CASES: the list gives no reason why no case shows it */
	const char *reason;    /* "" for RULE_CASES */
	const char *path; /* of its list */
	int line;
	size_t source; /* its number */
};

struct source {
	const char *name; /* of the list, without .spec */
	const char *title;
	const char *url;
};

/* the lists, in the order in which they were added; start from {0} */
struct sources {
	struct source *sources;
	size_t nsources;
	struct rule *rules;
	size_t n;
	const struct rule **sorted; /* by id; set by sources_sort */
};

/*
 * add the list of a source; bytes are the content of path. Mistakes go to errors. Returns 0, or -1
 * after a mistake.
 */
int sources_add(struct arena *a, struct sources *s, const char *name, const char *path,
		const char *bytes, size_t len, struct errors *errors);
/* after the last list and before the first look */
void sources_sort(struct arena *a, struct sources *s);
/* the rule, or NULL */
const struct rule *sources_find(const struct sources *s, const char *id);
/* a sentence on an id that is in no list, with the nearest one */
const char *sources_unknown(struct arena *a, const struct sources *s, const char *id);

/* what is known of a rule that a case shows, or none does */
enum cover sources_cover(const struct rule *rule, bool shown);

/* has the word the form of an id? */
bool sources_is_id(const char *word, size_t len);

#endif
