/* Private to target: one `--hello` exchange with a loader. */
#ifndef TARGET_HELLO_H
#define TARGET_HELLO_H

#include "run/target.h"
#include "run/target_answer.h"
#include "run/target_seen.h"

struct hello {
	struct answer answer;
	struct seen seen;    /* what the harness saw of the process that answered */
	double seconds;      /* from its start to its end */
};

/*
 * run t->command + adapter + --hello in the environment of cases and the folder tmp. If it fails,
 * run it again without the limit of memory, and set t->address_space to 0. NULL, or a sentence
 * about "it", the loader.
 */
const char *hello_ask(struct arena *a, struct hello *h, struct target *t, const char *tmp);

/* let the suite's own adapter write its compiled code to t->fix, before any case could do it */
void hello_keep(struct arena *a, struct target *t, const char *tmp);

#endif
