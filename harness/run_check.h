/*
 * Private to run: what a case needs of the built fixtures, found in its commands and its env.
 */
#ifndef RUN_CHECK_H
#define RUN_CHECK_H

#include <stdbool.h>

struct arena;
struct casefile;
struct errors;
struct target;

/*
 * every $FIX path of the case's commands and its env must have been built: one that no source
 * makes is an author's mistake and goes to errors. Returns NULL, or why the case cannot be
 * carried out because a fixture was not built (the compiler's words, in the arena). *skip tells
 * whether it says of itself, by a tag, that it may be left out then.
 */
const char *run_check_fixtures(struct arena *a, const struct target *t, const struct casefile *c,
			       bool *skip, struct errors *errors);

#endif
