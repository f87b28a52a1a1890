/*
 * What keeps a case from being run: its requirement, the known lists, and what it needs of the
 * built fixtures, found in its commands and its env.
 */
#ifndef RUN_CHECK_H
#define RUN_CHECK_H

#include <stdbool.h>

struct arena;
struct casefile;
struct errors;
struct facts;
struct known;
struct known_line;
struct run_needs;
struct target;

/*
 * why the case is not for a target with these facts, or NULL; *line gets the line of the known
 * lists that says so, NULL if it is the case itself
 */
const char *run_check_skip(struct arena *a, const struct casefile *c, const struct facts *facts,
			   const struct known *known, const struct known_line **line);

/*
 * every $FIX path of the case's commands and its env must be made by some source: one that is not
 * is an author's mistake and goes to errors
 */
void run_check_names(const struct target *t, const struct casefile *c, struct errors *errors);
/*
 * NULL if the case's fixtures are built, else why it cannot be carried out, in the arena. needs:
 * the products that it may use, all of which are decided. *skip tells whether it may be left out:
 * by a tag of its own, or because nothing can be compiled for the loader.
 */
const char *run_check_built(struct arena *a, const struct target *t, const struct casefile *c,
			    const struct run_needs *needs, bool *skip);

#endif
