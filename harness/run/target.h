/*
 * The loader under test: how it is started, what it reports about itself, and the fixtures built
 * for its ABI. It knows the adapter's hello and its command line, and no outcomes.
 */
#ifndef TARGET_H
#define TARGET_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "format/limits.h"
#include "format/expr.h"
#include "base/text.h"

struct answer;
struct arena;
struct buf;
struct casefile;
struct fixtures;
struct host;
struct space;

extern char **environ;

struct target_config {
	const char *home;    /* absolute: holds harness/ */
	const char *root;    /* absolute: holds fixtures-src/ */
	const char *build;   /* absolute: holds what a run writes */
	const char *shared;  /* absolute: holds the part of it that all suites share */
	const char *shown;   /* put before paths in messages, as in struct suite */
	const char *cc;      /* --cc: the compiler of fixtures, split like loader; or NULL */
	const char *loader;  /* --loader: a command line, split as a shell splits it */
	const struct host *host; /* --host: what stands in the loader's place; or NULL */
	const char *plugin;  /* --plugin, absolute, or NULL */
	const char *name;    /* --target, or NULL */
	const char *wrapper; /* --wrapper, split like loader, or NULL */
	char *const *env;    /* --env, NAME=VALUE each; NULL-terminated, or NULL */
	char *const *folders; /* of `field`, absolute: its processes must see them; or NULL */
	bool weak;            /* --isolation weak: without namespaces */
	struct limits limits;
	double hello_timeout; /* seconds */
	const volatile int *interrupted;
};

struct target {
	const struct target_config *config;
	const char *name;    /* of its known list, e.g. "cpython" */
	const char *adapter; /* the name that the adapter gives itself */
	const char *script;  /* path of conform_adapter.py */
	char **command;      /* words before the script, NULL-terminated; or a host's words */
	char **options;      /* of the interpreter, which a host may take */
	char **wrapper;      /* words before the command */
	bool apart;          /* its processes run in namespaces of their own */
	const char *isolated_by; /* "namespaces", or "weak (WHY)" */
	struct facts facts;
	const struct answer *hello; /* its answer to --hello; its workers must say the same */
	const char *program; /* the executable that answered, as the harness sees it, or NULL */
	const char *unseen;  /* what of it could not be seen, and why; or NULL */
	const char *proof;   /* a sentence on what proves its facts, or NULL */
	const char *note;    /* a sentence that users should read, or NULL */
	const char *fix;     /* absolute folder of its built fixtures, as the loader sees it */
	const char *link;    /* the same if it is a link, to be removed; or NULL */
	struct fixtures *fixtures; /* NULL before target_fixtures */
	char *const *cc;     /* the words of the fixtures' compiler; NULL before target_fixtures */
	const char *suffix;
	double slow;         /* by how much its processes' limits of time are longer, at least 1 */
	unsigned long long address_space; /* bytes that a process of it may map; 0: no limit */
};

/*
 * start the loader and ask it for its facts; 0, or -1 with a warning that says what is wrong with
 * the loader
 */
int target_hello(struct arena *a, struct target *t, const struct target_config *config);
/*
 * by how much limits of time are longer for a loader that this executes (NULL: nothing does) if its
 * answer to --hello took so long
 */
double target_slowness(const char *carrier, double seconds);
/* decide whether the target's processes run in namespaces of their own */
void target_isolate(struct arena *a, struct target *t);
/* the namespaces of a process that can write into the folder place; NULL if the target has none */
const struct space *target_space(struct arena *a, const struct target *t, const char *place);
/* replace fix by a link to it if its path has a special character; 0, or -1 with a warning */
int target_link(struct arena *a, struct target *t);
void target_unlink(struct target *t);
/*
 * prove its facts by a module that is built and imported; 0, or -1 with a warning that names a
 * false fact. Sets proof, if there is something to say of it.
 */
int target_prove(struct arena *a, struct target *t);
/* set fix to the folder of its fixtures, built or not; 0, or -1 with a warning */
int target_locate(struct arena *a, struct target *t);
/*
 * read the fixtures' sources and prepare to build them for the target's ABI; 0, or -1 with a
 * warning. target_close() ends this.
 */
int target_fixtures(struct arena *a, struct target *t);
void target_close(struct target *t);

/*
 * check that a worker is the program that answered hello. text is what the worker, a process below
 * pid, says about itself. NULL, or a sentence that says what differs.
 */
const char *target_worker(struct arena *a, const struct target *t, pid_t pid, const char *text);
/* the same for the process that wrote the transcript out, if that says who wrote it */
const char *target_process(struct arena *a, const struct target *t, const struct buf *out);

/* argv of the adapter for --hello */
char **target_hello_argv(struct arena *a, const struct target *t);
/* argv of the adapter for --hello with --fix: it writes there what it keeps for later starts */
char **target_keep_argv(struct arena *a, const struct target *t);
/* argv of the adapter for one request, without a plug-in, with the fixtures in fix */
char **target_probe_argv(struct arena *a, const struct target *t, const char *fix);
/* argv of the resident adapter */
char **target_server_argv(struct arena *a, const struct target *t);
/* argv of the adapter that runs c in a process of its own */
char **target_case_argv(struct arena *a, const struct target *t, const struct casefile *c);
/* append text with $FIX, $EXT and (unless tmp is NULL) $TMP replaced by their values */
void target_expand(struct buf *out, const struct target *t, const char *tmp,
		   const char *text);

/* the words of a command line; one word if the whole line is a program; NULL with *why */
char **target_split(struct arena *a, const char *line, const char **why);
/* the file that runs for a command's first word, or NULL */
const char *target_find(struct arena *a, const char *name);
/* the first line of a script; NULL if the program is none */
const char *target_shebang(struct arena *a, const char *program);

/* a new environment (FORMAT.md section 3) for hello, with the folder tmp */
char **target_env(struct arena *a, const struct target_config *config, const char *tmp);
/* the same for a resident adapter */
char **target_server_env(struct arena *a, const struct target_config *config, const char *tmp);
/* the same for a case in tmp; the case's own NAME=VALUEs, more, take precedence */
char **target_case_env(struct arena *a, const struct target *t, const char *tmp,
		       char *const *more);
/* NULL if --env may set "NAME" or "NAME=VALUE", else why not */
const char *target_env_refuses(struct arena *a, const char *setting);
/* the PATH in all these environments */
const char *target_path(void);

#endif
