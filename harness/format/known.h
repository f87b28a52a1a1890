/*
 * A known list (FORMAT.md section 5): where an implementation is known to depart from the rules.
 * Says what is tolerated; never changes what happened. Pure.
 */
#ifndef KNOWN_H
#define KNOWN_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct errors;
struct expr;
struct facts;

enum known_kind { KNOWN_DETAIL, KNOWN_FAIL, KNOWN_TIMEOUT, KNOWN_CRASH, KNOWN_SKIP };

struct known_line {
	enum known_kind kind;
	const char *path; /* of its list */
	int line;
	const char *glob;
	const char *when;        /* the text behind "if", "" if none */
	const struct expr *expr; /* NULL if none */
	const char *until;       /* the last day on which it counts, YYYY-MM-DD; NULL: no end */
	bool expired;            /* that day is past: it counts no more */
	bool may_pass;           /* of a loader that another one stands in for: a pass is a pass */
	const char *reason;
};

/* one list, or several of which the first goes first */
struct known {
	struct known_line *lines;
	size_t n;
};

/* parse bytes found at path; mistakes go to errors. Returns 0, or -1 if there was any. */
int known_parse(struct arena *a, struct known *k, const char *path, const char *bytes, size_t len,
		struct errors *errors);
/* the same for a user's own list, in which impl may be an implementation unknown to the suite */
int known_parse_own(struct arena *a, struct known *k, const char *path, const char *bytes,
		    size_t len, struct errors *errors);

/* is the later line of the same words never reached, since the earlier one counts as long? */
bool known_hides(const struct known_line *earlier, const struct known_line *later);
/* put the lines of more behind those of k */
void known_append(struct arena *a, struct known *k, const struct known *more);
/* let what the lines name pass: they speak of another loader, in whose place this one stands */
void known_let_pass(struct known *k);
/* mark the lines whose day is before today, a YYYY-MM-DD */
void known_expire(struct known *k, const char *today);
/* does the line name id, and does its expression hold? whether it has expired is not asked */
bool known_names(const struct known_line *l, const char *id, const struct facts *facts);
/* first line that names id, whose expression holds and that has not expired; NULL if none */
const struct known_line *known_find(const struct known *k, const char *id,
				    const struct facts *facts);
/* "detail", "fail", ...: the word of a list */
const char *known_word(enum known_kind kind);

#endif
