/*
 * Differential testing: random programs under two loaders. What differs is reduced, grouped by its
 * cause and printed.
 */
#ifndef EXPLORE_H
#define EXPLORE_H

struct arena;
struct options;

/*
 * compare a plug-in with the interpreter's own loader, or two loaders, for the rounds or seconds of
 * o. Returns the exit code: 1 if they differ, 0 if not, 2 after a warning, 128 + N after signal N.
 */
int explore(struct arena *a, const struct options *o, const volatile int *interrupted);

#endif
