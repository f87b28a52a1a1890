/* Private to debug: what gdb is told before its first prompt. Pure. */
#ifndef DEBUG_SCRIPT_H
#define DEBUG_SCRIPT_H

#include <stdbool.h>

struct buf;

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
