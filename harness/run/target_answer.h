/*
 * Private to target: what an adapter says of itself, at hello and again in each worker
 * (FORMAT.md section 3). Bytes in, struct out; pure.
 */
#ifndef TARGET_ANSWER_H
#define TARGET_ANSWER_H

#include <stdbool.h>
#include <stddef.h>

#include "format/expr.h"

struct arena;

struct answer {
	const char *adapter;    /* what it calls itself */
	struct facts facts;
	const char *executable; /* what it takes for its own program, or NULL */
	const char *compiler;   /* what it was built with, or NULL */
	long pid;               /* by which its process knows itself; 0: not told */
	char **options;         /* to stand before the adapter's path; NULL-terminated */
};

/* is there a line among these bytes, to which nothing comes if ended, that answers --hello */
bool answer_came(const char *bytes, bool ended);
/* all that came on standard output for --hello: NULL, or a sentence about "it", the loader */
const char *answer_hello(struct arena *a, struct answer *x, const char *bytes);
/* what a worker says of itself, one line of JSON: NULL, or a sentence */
const char *answer_worker(struct arena *a, struct answer *x, const char *text);
/* a worker must be what hello was: NULL, or a sentence saying what differs */
const char *answer_differs(struct arena *a, const struct answer *hello,
			   const struct answer *worker);

#endif
