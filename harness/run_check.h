/*
 * Private to run: what a case needs of the built fixtures, found in its commands.
 */
#ifndef RUN_CHECK_H
#define RUN_CHECK_H

struct arena;
struct casefile;
struct errors;
struct target;

/*
 * every $FIX path of the case's commands must have been built: one that no source makes is an
 * author's mistake and goes to errors. Returns NULL, or why the case cannot be carried out
 * because a fixture did not compile (the compiler's words, in the arena).
 */
const char *run_check_fixtures(struct arena *a, const struct target *t, const struct casefile *c,
			       struct errors *errors);

#endif
