/*
 * Why a case is not run: its `requires`, the known lists, or a missing fixture that its commands or
 * its env name. It runs and builds nothing.
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
 * why the case is skipped for a target with these facts, or NULL. *line gets the line of the known
 * lists that skips it, or NULL if the case's own `requires` does.
 */
const char *run_check_skip(struct arena *a, const struct casefile *c, const struct facts *facts,
			   const struct known *known, const struct known_line **line);

/*
 * the capability whose absence makes run_check_skip() skip the case, or NULL. Not for a case that a
 * known list skips.
 */
const char *run_check_lacks(struct arena *a, const struct casefile *c, const struct facts *facts);

/*
 * check that a source makes each $FIX path in the case's commands and env; a path that no source
 * makes is an author's mistake and goes to errors
 */
void run_check_names(const struct target *t, const struct casefile *c, struct errors *errors);
/*
 * NULL if the case's fixtures are built, else why the case cannot be carried out, in the arena.
 * needs: the products that the case may use, all decided. *skip is true if the case may be skipped:
 * it has a tag for the missing tool, or nothing can be compiled for the loader.
 */
const char *run_check_built(struct arena *a, const struct target *t, const struct casefile *c,
			    const struct run_needs *needs, bool *skip);

#endif
