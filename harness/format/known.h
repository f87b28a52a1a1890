/*
 * A known list (FORMAT.md section 5): where an implementation is known to depart from the rules.
 * It says what is tolerated; it never changes what happened. Pure.
 */
#ifndef KNOWN_H
#define KNOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "format/known_index.h"

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
	const char *when;        /* the text after "if", "" if none */
	const struct expr *expr; /* NULL if none */
	const char *until;       /* the last day on which it counts, YYYY-MM-DD; NULL: no end */
	bool expired;            /* that day is past: the line no longer counts */
	bool may_pass;           /* the line is about another loader: a pass is a PASS */
	const char *reason;
};

/* the lines of one list, or of several lists one after the other */
struct known {
	struct known_line *lines;
	size_t n;
	struct known_index index; /* of all lines */
};

/* parse bytes, the content of path; mistakes go to errors. Returns 0, or -1 after a mistake. */
int known_parse(struct arena *a, struct known *k, const char *path, const char *bytes, size_t len,
		struct errors *errors);
/* the same for a user's own list: impl may be an implementation that the suite does not know */
int known_parse_own(struct arena *a, struct known *k, const char *path, const char *bytes,
		    size_t len, struct errors *errors);

/* is the later line useless, since the earlier one has the same words and counts as long? */
bool known_hides(const struct known_line *earlier, const struct known_line *later);
/* append the lines of more to those of k */
void known_append(struct arena *a, struct known *k, const struct known *more);
/* set may_pass in all lines: they are about the loader that a plug-in replaces */
void known_let_pass(struct known *k);
/* mark the lines whose last day is before today (YYYY-MM-DD) as expired */
void known_expire(struct known *k, const char *today);
/* does the line name id, and is its expression true? an expired line counts here as well */
bool known_names(const struct known_line *l, const char *id, const struct facts *facts);
/* the first line that names id, whose expression is true, and that has not expired; or NULL */
const struct known_line *known_find(const struct known *k, const char *id,
				    const struct facts *facts);
/* the word of a list for kind: "detail", "fail", ... */
const char *known_word(enum known_kind kind);

#endif
