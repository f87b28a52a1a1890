/* --show: all that belongs to a case, for whoever has to understand what it says. */
#ifndef SHOW_H
#define SHOW_H

#include <stddef.h>

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

#endif
