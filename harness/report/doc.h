/*
 * A report of -o json, read back: JSON in, struct out. What other formats and the comparisons of
 * runs are made from. Nothing in a report is trusted: what has another type is a mistake.
 */
#ifndef DOC_H
#define DOC_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "format/expr.h"
#include "format/result.h"

struct arena;

/* one attempt at a case that was tried more than once */
struct doc_try {
	enum outcome outcome;
	const char *reason, *log, *got, *got_hash;
	double seconds;
};

/* one case; strings belong to the document, and are NULL where the report has null */
struct doc_result {
	const char *id; /* AREA/NAME */
	enum outcome outcome;
	bool unexpected, executed;
	int line;       /* in the case file; 0 if none */
	const char *summary, *spec; /* never NULL */
	const char *path, *reason, *requires, *cause, *cause_id, *own_cause, *lacks;
	const char *diff, *log, *got, *got_hash;
	const char *rerun;
	const char *known_file;     /* of the known line that applies; or NULL */
	int known_line;
	const json_t *mutants;      /* array of strings */
	size_t attempts;
	struct doc_try *tries;      /* ntries */
	size_t ntries;
	double deadline, seconds, cpu;
	size_t rss;
};

struct doc {
	json_t *root;          /* owned */
	const char *path;      /* of the report, for messages; NULL: it is of this run */
	const char *suite, *revision, *hash, *date, *level, *isolation, *isolated_by, *incomplete;
	const char *target, *loader, *program, *adapter; /* program, adapter, date: or NULL */
	struct facts facts;
	bool complete, broken;
	struct {
		size_t index, of, selected;
		const char *selection;
	} shard;               /* of 0: it is no shard */
	size_t counts[OUT_COUNT]; /* as the report states them */
	size_t unexpected, found, planned, executed;
	double seconds;
	struct doc_result *v;  /* sorted by id */
	size_t n;
};

/*
 * make d of the document root, which belongs to it from now on; all else is in the arena. NULL, or
 * why it is no report.
 */
const char *doc_take(struct arena *a, struct doc *d, json_t *root);
/* read the report at path; a mistake ends the program with 2 */
void doc_read(struct arena *a, struct doc *d, const char *path);
void doc_free(struct doc *d);

/* the result of a case, or NULL */
const struct doc_result *doc_find(const struct doc *d, const char *id);
/* did the case do what is right: PASS, or wording that its level tolerates? */
bool doc_good(const struct doc_result *r);
/* what the loader says it is, "cpython-3.11.2", or "PLUG-IN on cpython-3.11.2" */
const char *doc_name(struct arena *a, const struct doc *d);
/* the bytes of the id before its slash */
size_t doc_area(const char *id);

#endif
