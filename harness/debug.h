/* --gdb: one case, in an interpreter of its own, under the debugger. */
#ifndef DEBUG_H
#define DEBUG_H

#include <stddef.h>

struct arena;
struct casefile;
struct options;
struct suite;

/* become gdb; returns 2 with a warning if that is impossible */
int debug_case(struct arena *a, const struct options *o, const struct suite *suite,
	       const struct casefile *const *cases, size_t n, const volatile int *interrupted);

#endif
