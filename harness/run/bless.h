/*
 * --bless: an expected file rewritten to what happened, where it is clear which line has to
 * change; where it is not, a refusal that says why. Never touches what is right already.
 */
#ifndef BLESS_H
#define BLESS_H

#include <stddef.h>

struct arena;
struct expected;
struct facts;
struct known;
struct result;
struct suite;

/*
 * the new text of e so that it resolves to got under facts; NULL with *why if it is not clear
 * inside or outside of which guard a line belongs, or if got tells of a death that e does not
 * want. Pure; the text is the arena's.
 */
const char *bless_text(struct arena *a, const struct expected *e, const struct facts *facts,
		       char *const *got, size_t ngot, const char **why);

/* by what a result is judged */
struct bless_by {
	const struct suite *suite;
	const struct facts *facts;
	const struct known *known;
};

enum blessed {
	BLESS_RIGHT,   /* the file says so already */
	BLESS_DONE,    /* rewritten */
	BLESS_SKIPPED, /* the case was not run; a warning says why */
	BLESS_LEFT,    /* refused, or not written; a warning says why */
	BLESS_COUNT
};

/* rewrite the expected file of r where that is clear */
enum blessed bless_result(const struct bless_by *by, const struct result *r);

#endif
