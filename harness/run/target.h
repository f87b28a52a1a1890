/*
 * The loader under test: how it is started, what it says of itself, and the fixtures built for
 * its ABI. Knows the adapter's hello and its command line; nothing of cases or outcomes.
 */
#ifndef TARGET_H
#define TARGET_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "format/expr.h"
#include "base/text.h"

struct answer;
struct arena;
struct buf;
struct casefile;
struct fixtures;

extern char **environ;

struct target_config {
	const char *home;    /* absolute: holds harness/ */
	const char *root;    /* absolute: holds fixtures-src/, and build/ for its products */
	const char *shown;   /* in front of a path in root, in messages: "" in root itself */
	const char *cc;      /* --cc: the compiler of fixtures, split as the next; or NULL */
	const char *loader;  /* --loader: a command line, split as a shell splits it */
	const char *plugin;  /* --plugin, absolute, or NULL */
	const char *name;    /* --target, or NULL */
	const char *wrapper; /* --wrapper, split like it, or NULL */
	char *const *env;    /* --env, NAME=VALUE each; NULL-terminated, or NULL */
	double hello_timeout; /* seconds */
	const volatile int *interrupted;
};

struct target {
	const struct target_config *config;
	const char *name;    /* of its known list, e.g. "cpython" */
	const char *adapter; /* what the adapter calls itself */
	const char *script;  /* path of conform_adapter.py */
	char **command;      /* words in front of the script, NULL-terminated */
	char **wrapper;      /* words in front of those */
	struct facts facts;
	const struct answer *hello; /* what it says of itself; its workers must say the same */
	const char *program; /* the executable that answered, as seen from here, or NULL */
	const char *unseen;  /* why it could not be seen, or NULL */
	const char *note;    /* what its users should know, or NULL */
	const char *fix;     /* absolute folder of its built fixtures, as the loader sees it */
	const char *link;    /* that, if it is a link to be removed; or NULL */
	struct fixtures *fixtures; /* those, or NULL before target_fixtures */
	const char *suffix;
	unsigned long long address_space; /* bytes a process of it may map; 0: no limit */
};

/*
 * start the loader and ask it for its facts; 0, or -1 with a sentence saying what is wrong
 * with that loader
 */
int target_hello(struct arena *a, struct target *t, const struct target_config *config);
/* the folder of this run's own files, for a suite in root: its path holds nothing odd */
const char *target_place(struct arena *a, const char *root);
/* have a link take the place of fix if its path holds anything odd; 0, or -1 with a warning */
int target_link(struct arena *a, struct target *t);
void target_unlink(struct target *t);
/* fill in where the fixtures for it are, built or not; 0, or -1 with a warning */
int target_locate(struct arena *a, struct target *t);
/*
 * see what fixtures there are, and make ready to build them for the target's ABI; 0, or -1 with a
 * warning. To be undone by target_close.
 */
int target_fixtures(struct arena *a, struct target *t);
void target_close(struct target *t);

/*
 * a worker, which runs below the process pid, says this of itself: NULL, or a sentence saying in
 * what it is not what answered hello
 */
const char *target_worker(struct arena *a, const struct target *t, pid_t pid, const char *text);
/* the same for a process that has written this transcript, if it says anything of itself */
const char *target_process(struct arena *a, const struct target *t, const struct buf *out);

/* argv of the adapter that is asked who it is */
char **target_hello_argv(struct arena *a, const struct target *t);
/* argv of the resident adapter */
char **target_server_argv(struct arena *a, const struct target *t);
/* argv of a process of its own for c */
char **target_case_argv(struct arena *a, const struct target *t, const struct casefile *c);
/* add text, $FIX, $EXT and (unless tmp is NULL) $TMP replaced by what they stand for */
void target_expand(struct buf *out, const struct target *t, const char *tmp,
		   const char *text);

/* the words of a command line, or all of it if that is a program; NULL with *why set */
char **target_split(struct arena *a, const char *line, const char **why);
/* the file that is run for a command's first word, or NULL */
const char *target_find(struct arena *a, const char *name);
/* the first line of a program that is a script, or NULL */
const char *target_shebang(struct arena *a, const char *program);

/* environment from nothing (FORMAT.md section 3) for hello, or what else runs in tmp */
char **target_env(struct arena *a, const struct target_config *config, const char *tmp);
/* the same for a resident adapter */
char **target_server_env(struct arena *a, const struct target_config *config, const char *tmp);
/* the same for a case in tmp, with its own NAME=VALUEs, which win */
char **target_case_env(struct arena *a, const struct target *t, const char *tmp,
		       char *const *more);
/* may "NAME" or "NAME=VALUE" stand in the environment at the user's wish: NULL, or why not */
const char *target_env_refuses(struct arena *a, const char *setting);
/* the PATH of all these */
const char *target_path(void);

#endif
