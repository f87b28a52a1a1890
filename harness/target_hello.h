/*
 * Private to target: one `--hello` exchange, and the choice of the command to go on with.
 */
#ifndef TARGET_HELLO_H
#define TARGET_HELLO_H

#include "target.h"

struct hello {
	const char *adapter;
	struct facts facts;
	const char *executable; /* NULL if it named none */
	char **options;         /* NULL-terminated, never NULL after success */
	const char *error;      /* after failure: a sentence */
};

/*
 * run command + adapter + --hello under envp, within t->address_space; 0, or -1 with h->error
 */
int hello_ask(struct arena *a, struct hello *h, const struct target *t, char *const *command,
	      char *const *envp);
/* set t->command to what runs the same loader in the clean environment; 0, or -1 with a warning */
int hello_settle(struct arena *a, struct target *t, const struct hello *first);

#endif
