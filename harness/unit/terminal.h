/*
 * For the tests of what is written on terminals: runs something in a process whose standard output
 * and standard error are each a terminal or a pipe, and reads what comes there.
 */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdbool.h>

struct arena;

struct watched {
	bool out, err;     /* terminals, the same one if both are; the others are one pipe */
	const char *until; /* call then(ctx) when this was seen, or NULL */
	void (*then)(void *ctx);
	void *ctx;
};

struct seen {
	int status;           /* exit status, or -1 */
	const char *terminal; /* what came there */
	const char *pipe;
	bool until;           /* the words were seen */
};

/* run fn(ctx) in a process of its own; what it returns is the exit status */
struct seen terminal_run(struct arena *a, const struct watched *w, int (*fn)(void *ctx));

#endif
