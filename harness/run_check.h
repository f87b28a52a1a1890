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
struct suite;
struct suite_sources;
struct target;

/* the sources of the suite if none of them can be compiled for t; NULL if they can */
const struct suite_sources *run_check_sources(struct arena *a, const struct suite *suite,
					      const struct target *t);
/*
 * why the case is not for a target with these facts, or NULL; *line gets the line of the known
 * lists that says so, NULL if it is the case itself. sources as
 * run_check_sources() gives them.
 */
const char *run_check_skip(struct arena *a, const struct casefile *c, const struct facts *facts,
			   const struct known *known, const struct suite_sources *sources,
			   const struct known_line **line);

/*
 * every $FIX path of the case's commands and its env must have been built: one that no source
 * makes is an author's mistake and goes to errors. Returns NULL, or why the case cannot be
 * carried out because a fixture was not built (the compiler's words, in the arena). *skip tells
 * whether it says of itself, by a tag, that it may be left out then.
 */
const char *run_check_fixtures(struct arena *a, const struct target *t, const struct casefile *c,
			       bool *skip, struct errors *errors);

#endif
