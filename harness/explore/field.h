/*
 * Real extension modules: each one below the given folders is loaded, as users do it and in other
 * ways, under one loader or two. What fails, or differs, is grouped by its cause.
 */
#ifndef FIELD_H
#define FIELD_H

struct arena;
struct options;

/*
 * Returns the exit code: 1 if two loaders differ, 0 if not, or under one loader alone; 2 after a
 * warning; 128 + N after signal N.
 */
int field(struct arena *a, const struct options *o, const volatile int *interrupted);

#endif
