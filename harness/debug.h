/*
 * --gdb: runs one case under the debugger, in an interpreter of its own. It builds what the case
 * needs, writes gdb's commands and becomes gdb. It judges nothing.
 */
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

/* become gdb; user holds the user's known lists. If that fails, warns and returns an exit code. */
int debug_case(struct arena *a, const struct options *o, const struct suite *suite,
	       const struct known *user, const struct casefile *const *cases, size_t n,
	       const volatile int *interrupted);

struct debug_plan {
	const char *program; /* absolute: what gdb starts */
	bool native;         /* an ELF file; else a script, which a shell has to start */
	char *const *args;   /* after the program */
	char *const *env;    /* of the case */
	const char *tmp;     /* the case's folder, emptied before each run */
	const char *request; /* file for standard input */
};

/* append the commands that gdb reads with -x */
void debug_script(struct buf *b, const struct debug_plan *plan);
/* the program that gdb starts: a shell if the case's program is a script */
const char *debug_program(const struct debug_plan *plan);

#endif
