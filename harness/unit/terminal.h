/*
 * For the tests of output on terminals: runs a function in a process whose standard output and
 * standard error are each a terminal or a pipe, and collects the output.
 */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdbool.h>

struct arena;

struct watched {
	bool out, err;     /* true: the terminal; false: the pipe; both can be the same one */
	const char *until; /* call then(ctx) when this text has appeared, or NULL */
	void (*then)(void *ctx);
	void *ctx;
};

struct seen {
	int status;           /* exit status, or -1 */
	const char *terminal; /* the output there */
	const char *pipe;
	bool until;           /* the text has appeared */
};

/* run fn(ctx) in a new process; its result is the exit status */
struct seen terminal_run(struct arena *a, const struct watched *w, int (*fn)(void *ctx));

#endif
