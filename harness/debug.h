/* --gdb: one case, in an interpreter of its own, under the debugger. */
#ifndef DEBUG_H
#define DEBUG_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct arena;
struct casefile;
struct known;
struct options;
struct suite;

/* become gdb; user are the user's known lists. Returns 2 with a warning if that is impossible. */
int debug_case(struct arena *a, const struct options *o, const struct suite *suite,
	       const struct known *user, const struct casefile *const *cases, size_t n,
	       const volatile int *interrupted);

struct debug_plan {
	const char *program; /* absolute: what gdb starts */
	bool native;         /* the machine's own; else a script, which a shell has to start */
	char *const *args;   /* behind the program */
	char *const *env;    /* of the case */
	const char *tmp;     /* its folder, empty at the beginning of each run */
	const char *request; /* file for standard input */
};

/* append gdb's commands, to be read with -x */
void debug_script(struct buf *b, const struct debug_plan *plan);
/* what gdb is to take for the program: a shell in the place of a script */
const char *debug_program(const struct debug_plan *plan);

#endif
