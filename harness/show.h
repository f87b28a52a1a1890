/* --show: prints all that belongs to a case, for a reader who has to understand it. */
#ifndef SHOW_H
#define SHOW_H

#include <stddef.h>

struct target;
struct buf;
struct arena;
struct casefile;
struct known;
struct options;
struct suite;

/*
 * print the cases: text, fixtures and what is built from them, what is expected of the loader, the
 * mutants that name the case, and what it got last. Builds and runs nothing but the loader's
 * hello. Returns the exit code.
 */
int show_cases(struct arena *a, const struct options *o, const struct suite *suite,
	       const struct known *user, const struct casefile *const *cases, size_t n,
	       const volatile int *interrupted);

/* lines; a longer text is named and not shown */
enum { SHOW_LINES = 60 };

/* append text, indented */
void show_indented(struct buf *b, const char *text);

/* append the sources that c uses, and what is built from each for the target */
void show_sources_used(struct arena *a, struct buf *b, const struct target *t,
		       const struct casefile *c);

/* append the mutants that c names, each with what a user would see, or why it names none */
void show_mutants(struct buf *b, const struct suite *s, const struct casefile *c);

#endif
