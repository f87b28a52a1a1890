/* --gdb: one case, in an interpreter of its own, under the debugger. */
#ifndef DEBUG_H
#define DEBUG_H

#include <stddef.h>

struct arena;
struct casefile;
struct known;
struct options;
struct suite;

/* become gdb; user are the user's known lists. Returns 2 with a warning if that is impossible. */
int debug_case(struct arena *a, const struct options *o, const struct suite *suite,
	       const struct known *user, const struct casefile *const *cases, size_t n,
	       const volatile int *interrupted);

#endif
