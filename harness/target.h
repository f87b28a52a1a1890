/*
 * The loader under test: how it is started, what it says of itself, and the fixtures built for
 * its ABI. Knows the adapter's hello and its command line; nothing of cases or outcomes.
 */
#ifndef TARGET_H
#define TARGET_H

#include <stdbool.h>
#include <stddef.h>

#include "expr.h"
#include "text.h"

struct arena;
struct casefile;

extern char **environ;

struct target_config {
	const char *home;    /* absolute: holds harness/ and build/fixcheck */
	const char *root;    /* absolute: holds fixtures-src/, and build/ for its products */
	const char *loader;  /* --loader: a command line, split at blanks */
	const char *plugin;  /* --plugin, absolute, or NULL */
	const char *name;    /* --target, or NULL */
	const char *wrapper; /* --wrapper, split at blanks, or NULL */
	double hello_timeout; /* seconds */
	unsigned jobs;        /* for building fixtures */
	const volatile int *interrupted;
};

struct target {
	const struct target_config *config;
	const char *name;    /* of its known list, e.g. "cpython" */
	const char *adapter; /* what the adapter calls itself */
	const char *script;  /* path of conform_adapter.py */
	char **command;      /* words in front of the script, NULL-terminated */
	struct facts facts;
	const char *fix;     /* absolute folder of its built fixtures */
	const char *suffix;
	unsigned long long address_space; /* bytes a process of it may map; 0: no limit */
};

/*
 * start the loader and ask it for its facts; 0, or -1 with a sentence saying what is wrong
 * with that loader
 */
int target_hello(struct arena *a, struct target *t, const struct target_config *config);
/* build the fixtures for the target's ABI; 0, also when some did not build (their .err files
 * say why), or -1 with a warning when nothing can be built */
int target_fixtures(struct arena *a, struct target *t);

/* argv of the resident adapter */
char **target_server_argv(struct arena *a, const struct target *t);
/* argv of a process of its own for c */
char **target_case_argv(struct arena *a, const struct target *t, const struct casefile *c);
/* environment from nothing but PATH: for a case in tmp with its additional NAME=VALUEs (NULL
 * for none) */
char **target_env(struct arena *a, const char *tmp, char *const *more);

#endif
