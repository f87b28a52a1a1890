/*
 * Private to target: one `--hello` exchange.
 */
#ifndef TARGET_HELLO_H
#define TARGET_HELLO_H

#include "run/target.h"
#include "run/target_answer.h"

struct hello {
	struct answer answer;
	const char *program; /* as the harness sees it, or NULL */
	const char *unseen;  /* why not */
	double seconds;      /* until it ended */
};

/*
 * run t->command + adapter + --hello in the environment of cases and the folder tmp, once more
 * without the limit of memory if it fails within that, which t then has no more. NULL, or a
 * sentence about "it", the loader.
 */
const char *hello_ask(struct arena *a, struct hello *h, struct target *t, const char *tmp);

#endif
