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
struct result;
struct suite;

/*
 * the new text of e so that it resolves to got under facts; NULL with *why if it is not clear
 * inside or outside of which guard a line belongs. Pure; the text is the arena's.
 */
const char *bless_text(struct arena *a, const struct expected *e, const struct facts *facts,
		       char *const *got, size_t ngot, const char **why);

/* rewrite the expected file of r if it differs; 0, or -1 with a warning (refused, not written) */
int bless_result(const struct suite *s, const struct facts *facts, const struct result *r);

#endif
