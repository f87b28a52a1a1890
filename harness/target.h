/*
 * The loader under test: how it is started, what it says of itself, and the fixtures built for
 * its ABI. Knows the adapter's hello and its command line; nothing of cases or outcomes.
 */
#ifndef TARGET_H
#define TARGET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "expr.h"
#include "text.h"

struct arena;
struct buf;
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
	FILE *progress;       /* how far that has come is said there, or NULL */
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
/* fill in where the fixtures for it are, built or not; 0, or -1 with a warning */
int target_locate(struct arena *a, struct target *t);
/* build the fixtures for the target's ABI; 0, also when some did not build (their .err files
 * say why), or -1 with a warning when nothing can be built */
int target_fixtures(struct arena *a, struct target *t);

/* argv of the resident adapter */
char **target_server_argv(struct arena *a, const struct target *t);
/* argv of a process of its own for c */
char **target_case_argv(struct arena *a, const struct target *t, const struct casefile *c);
/* environment from nothing but PATH, for what runs in tmp */
char **target_env(struct arena *a, const char *tmp);
/* the same for a case in tmp, and its own NAME=VALUEs */
char **target_case_env(struct arena *a, const struct target *t, const char *tmp,
		       char *const *more);
/* add text, $FIX, $EXT and (unless tmp is NULL) $TMP replaced by what they stand for */
void target_expand(struct buf *out, const struct target *t, const char *tmp,
		   const char *text);

#endif
