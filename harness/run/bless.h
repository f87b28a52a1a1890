/*
 * --bless: rewrites an expected file to what happened if it is clear which lines have to change,
 * and otherwise refuses and says why. It leaves a file alone that already says what happened.
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
 * the new text of e, in the arena, which resolves to got under facts. NULL with *why if it is not
 * clear whether a line belongs inside or outside a guard, or if got has a death that e does not
 * expect. Pure.
 */
const char *bless_text(struct arena *a, const struct expected *e, const struct facts *facts,
		       char *const *got, size_t ngot, const char **why);

/* what a result is judged by */
struct bless_by {
	const struct suite *suite;
	const struct facts *facts;
	const struct known *known;
};

enum blessed {
	BLESS_RIGHT,   /* the file already says what happened */
	BLESS_DONE,    /* rewritten */
	BLESS_SKIPPED, /* the case was not run; a warning says why */
	BLESS_LEFT,    /* refused, or not written; a warning says why */
	BLESS_COUNT
};

/* rewrite the expected file of r if the change is clear */
enum blessed bless_result(const struct bless_by *by, const struct result *r);

#endif
