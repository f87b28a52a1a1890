/*
 * The reporters: functions that get results and a summary and write a report. They see nothing else
 * and cannot change an outcome.
 */
#ifndef REPORT_H
#define REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "format/result.h"

struct arena;
struct facts;
struct sources;

/* at least as many as there are capabilities */
enum { CAPS_MAX = 32 };

/* the judgement that the fact `impl` chose, unless an option did */
struct chosen {
	bool level;        /* it chose the level */
	bool list;         /* it chose the suite's known list */
	const char *path;  /* of that list, or of the one that --target chose */
	size_t lines;      /* in it */
};

/* where a run took place; each may be NULL */
struct machine {
	const char *host;     /* its name */
	const char *kernel;   /* "Linux 6.1.0 x86_64" */
	const char *libc;     /* of the suite's program; the loader's own is a fact */
	const char *compiler; /* the command that compiles the fixtures */
};

/* the part of a selection that a run is; of 0: the run is the whole selection */
struct shard {
	unsigned index, of;    /* index counts from 1 */
	size_t selected;       /* cases of all shards together */
	const char *selection; /* a hash of their ids, in 16 hexadecimal digits */
};

/* one target's run, complete or not */
struct summary {
	char *const *command;      /* the words of the command line; NULL-terminated, or NULL */
	const char *date;          /* when the run began, as 2026-01-31T12:00:00Z; or NULL */
	struct machine machine;    /* on which it ran */
	const char *revision;      /* of the suite's program */
	const char *hash;          /* of the suite's files */
	const char *target;        /* name, e.g. "cpython" */
	const char *loader;        /* the command under test as given */
	const char *program;       /* the executable that answered it, or NULL */
	const char *unseen;        /* why the executable could not be seen, or NULL */
	char *const *env;          /* --env, NAME=VALUE each; NULL-terminated, or NULL */
	const char *adapter;       /* the name that the adapter gives itself */
	const struct facts *facts; /* the facts that the adapter reported */
	const char *level;         /* "required" or "detail" */
	struct chosen chosen;      /* by the fact impl */
	const char *isolation;     /* "fork" or "exec" */
	const char *isolated_by;   /* "namespaces", or "weak (WHY)" */
	const char *const *notes;  /* sentences about the run, NULL-terminated; NULL: none */
	size_t found;              /* cases in the suite */
	size_t planned;            /* cases selected */
	struct shard shard;
	size_t executed;           /* cases for which a process was started and ended */
	size_t counts[OUT_COUNT];  /* by outcome */
	size_t lacking[CAPS_MAX];  /* cases skipped for want of each capability of vocab.h */
	size_t unexpected;
	bool interrupted;          /* by a signal, or stopped by -x */
	bool building;             /* fixtures are being compiled, and their progress is shown */
	bool broken;               /* exit code 2, whatever the outcomes: built files changed */
	const char *stopped;       /* why it ended early or proves nothing, or NULL */
	double seconds;            /* wall time */
};

/* what formats that show several loaders at once keep from one loader to the next */
struct report_gather {
	struct json_t *documents; /* an array: the loaders' JSON documents, or null */
	size_t number;            /* of the loader that runs, from 1 */
	const struct sources *sources; /* the suite's lists of rules, or NULL */
};

struct report_config {
	const struct report_gather *gather; /* NULL: there is one loader */
	bool color;
	FILE *status;  /* the terminal on which a status line is drawn, or NULL */
	int verbose;   /* -1 quiet, 0, 1 (each case), 2 (transcripts too) */
};

struct reporter;

/* a format: each function may be NULL */
struct report_format {
	const char *name;
	void (*begin)(struct reporter *r, const struct summary *s);
	void (*result)(struct reporter *r, const struct summary *s, const struct result *res);
	void (*end)(struct reporter *r, const struct summary *s, const struct result *const *all,
		    size_t n);
	bool joint; /* one file for all loaders of a run, written anew after each */
};

struct reporter {
	const struct report_format *format;
	const struct report_config *config;
	FILE *out;
	const char *path; /* NULL for standard output */
	char *beside;     /* the file that is written until it is whole; NULL: out is final */
	int error;        /* the errno of the first failure to write, if known */
	size_t done;      /* results so far, with the present one; the caller counts */
	void *state;      /* the format's own, freed with free() */
};

extern const struct report_format rep_console;
extern const struct report_format rep_tap;
extern const struct report_format rep_junit;
extern const struct report_format rep_json;
extern const struct report_format rep_github;
extern const struct report_format rep_html;
extern const struct report_format rep_md;

/* count a result in the summary */
void summary_count(struct summary *s, const struct result *res);

/* the format with this name, or NULL */
const struct report_format *report_find(const char *name);
/* the format of FORMAT[:PATH], or NULL */
const struct report_format *report_of_spec(const char *spec);
/* names of all formats, separated by blanks */
const char *report_names(void);

/*
 * open FORMAT[:PATH] (path "-" or none: standard output); 0, or -1 with a warning. The report is
 * written to another file, which is renamed to PATH at the end. Until then, and if it cannot be
 * written, PATH stays as it was.
 */
int report_open(struct reporter *r, const char *spec, const struct report_config *config);
/* after a function of the format: note why writing failed, for report_close() */
void report_note(struct reporter *r);
/* flush, check for write errors, rename into place; 0, or -1 with a warning */
int report_close(struct reporter *r);

#endif
