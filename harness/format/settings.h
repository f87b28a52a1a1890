/*
 * What was chosen on the command line: plain data that the whole program reads. How it is parsed is
 * the face's affair.
 */
#ifndef SETTINGS_H
#define SETTINGS_H

#include <stdbool.h>

enum options_action { DO_RUN, DO_LIST, DO_LINT, DO_NEW, DO_GDB, DO_SHOW, DO_VERSION };

struct options {
	enum options_action action;
	const char *home;   /* absolute: where harness/ and build/ of the program are */
	const char *root;   /* absolute: where the cases are; home unless --root says otherwise */
	char **patterns;    /* -k and arguments */
	char **tags;
	bool failed;
	unsigned shard, shards; /* shards 0: none */
	bool shuffle;
	unsigned seed;
	unsigned repeat;    /* at least 1 */
	unsigned min;       /* fewer executed cases than this fail the run */
	bool min_is_set;    /* otherwise one is expected, but of a shard */
	char **loaders;     /* at least one */
	const char *cc;     /* --cc: compiles fixtures; or NULL */
	bool asks;          /* a loader or a plug-in was named */
	char **env;         /* NAME=VALUE each; NULL for none */
	const char *plugin; /* absolute, or NULL */
	const char *target; /* or NULL */
	char **known;       /* the user's known lists; NULL: none */
	const char *write_known; /* the one to be made of the run, or NULL */
	const char *today;  /* YYYY-MM-DD, for known lines that end */
	bool today_is_set;  /* by CONFORM_TODAY, not by the clock */
	int level;          /* 0 required, 1 detail, -1 by implementation */
	int isolation;      /* 0 exec, 1 fork, -1 by capability */
	unsigned jobs;
	double timeout_scale;
	bool stop_first;
	bool keep;
	const char *wrapper; /* or NULL */
	int verbose;         /* -1, 0, 1, 2 */
	int color;           /* 0 never, 1 always, -1 auto */
	char **formats;      /* FORMAT[:PATH]; one goes to standard output */
	bool bless;
	const char *new_id;   /* of --new */
	const char *new_kind; /* of --kind, or NULL */
	const char *shard_status_file; /* to be touched, or NULL */
};

#endif
