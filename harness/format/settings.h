/*
 * The choices of the command line: plain data that the whole program reads. The face parses the
 * command line.
 */
#ifndef SETTINGS_H
#define SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "format/limits.h"

enum options_action { DO_RUN, DO_LIST, DO_LINT, DO_NEW, DO_GDB, DO_SHOW, DO_VERSION,
		      DO_EXPLORE, DO_FIELD, DO_REPORT, DO_DIFF, DO_VERIFY, DO_BADGE,
		      DO_SPEC_MAP, DO_MERGE };

struct options {
	enum options_action action;
	const char *home;   /* absolute: the folder of the program's harness/ */
	const char *program; /* if it is installed: what the caller starts it by; else NULL */
	const char *root;   /* absolute: the folder of cases/; home unless --root says otherwise */
	/* absolute, and set by --build; without it the user's cache folder stands for HOME/build if
	 * the program is installed */
	const char *build;  /* what a run writes: ROOT/build */
	const char *shared; /* the part that all suites share: HOME/build */
	bool build_is_set;  /* by --build */
	char **command;     /* the words of the command line */
	char **patterns;    /* -k and arguments */
	char **tags;
	bool failed;
	unsigned shard, shards; /* shards 0: none */
	bool part;          /* --part: the root has a part of a suite */
	const char *weights; /* by which shards are balanced, or NULL */
	const char *write_weights; /* where to write what each case took, or NULL */
	bool shuffle;
	unsigned seed;
	unsigned repeat;    /* at least 1 */
	unsigned retries;   /* how often unexpected results are run again */
	unsigned min;       /* if fewer cases are executed, the run fails */
	bool min_is_set;    /* by --min; else one case is enough, and a shard may be empty */
	char **loaders;     /* at least one */
	const char *host;   /* --host: a name or the path of a recipe; or NULL */
	const char *python; /* with --host: the interpreter that a recipe may need */
	bool python_is_set; /* by --loader */
	const char *cc;     /* --cc: the compiler of fixtures; or NULL */
	bool asks;          /* the command line names a loader or a plug-in */
	char **env;         /* NAME=VALUE each; NULL for none */
	char **require;     /* capabilities that the loader must report; NULL: none */
	const char *plugin; /* absolute, or NULL */
	const char *target; /* or NULL */
	char **known;       /* the user's known lists; NULL: none */
	const char *write_known; /* the known list to write from the run, or NULL */
	const char *today;  /* YYYY-MM-DD, for known lines with until= */
	bool today_is_set;  /* by CONFORM_TODAY, not by the clock */
	int level;          /* 0 required, 1 detail, -1 by implementation */
	int isolation;      /* 0 exec, 1 fork, -1 by capability */
	bool weak;          /* --isolation weak: no namespaces */
	unsigned jobs;
	bool jobs_is_set;   /* by -j; else it is the number of processors */
	double timeout_scale;
	struct limits limits;
	bool stop_first;
	bool keep;
	const char *wrapper; /* or NULL */
	int verbose;         /* -1, 0, 1, 2 */
	int color;           /* 0 never, 1 always, -1 auto */
	char **formats;      /* FORMAT[:PATH]; one goes to standard output */
	bool bless;
	const char *before;   /* of explore: the first of two --plugin; or NULL */
	double seconds;       /* of explore */
	bool seconds_are_set; /* by --seconds */
	char **folders;       /* of field; NULL-terminated */
	char **files;         /* the reports of report; NULL-terminated, or NULL */
	size_t rounds;        /* of explore, in the place of seconds; 0 if not given */
	bool seed_is_set;     /* by --seed */
	const char *new_id;   /* of --new */
	const char *new_case; /* of --new-case; or NULL */
	const char *new_kind; /* of --kind, or NULL */
	const char *shard_status_file; /* a file to touch, or NULL */
};

#endif
