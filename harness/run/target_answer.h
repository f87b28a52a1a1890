/*
 * Private to target: parses what an adapter says about itself, at hello and again in each worker
 * (FORMAT.md section 3). Bytes in, struct out; pure.
 */
#ifndef TARGET_ANSWER_H
#define TARGET_ANSWER_H

#include <stdbool.h>
#include <stddef.h>

#include "format/expr.h"

struct arena;

struct answer {
	const char *adapter;    /* the name that the adapter gives itself */
	struct facts facts;
	const char *executable; /* its program, by its own account, or NULL */
	const char *compiler;   /* the compiler that built it, or NULL */
	long pid;               /* its process id, by its own account; 0: not reported */
	char **options;         /* go before the adapter's path; NULL-terminated */
};

/* do these bytes have a line that answers --hello? ended: no more bytes will come */
bool answer_came(const char *bytes, bool ended);
/* parse the standard output of --hello; NULL, or a sentence about "it", the loader */
const char *answer_hello(struct arena *a, struct answer *x, const char *bytes);
/* parse what a worker says about itself, one line of JSON; NULL, or a sentence */
const char *answer_worker(struct arena *a, struct answer *x, const char *text);
/* NULL if the worker is the program that answered hello, else a sentence that says what differs */
const char *answer_differs(struct arena *a, const struct answer *hello,
			   const struct answer *worker);

#endif
