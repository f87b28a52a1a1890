/*
 * The file that a run writes and --failed reads: the cases that failed in their last run. There is
 * one file for each combination of loader, plug-in, target and level. Pure: the caller knows where
 * the file is.
 */
#ifndef FAILED_H
#define FAILED_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;

/* the runs that a file is about */
struct failed_key {
	const char *root;   /* of the suite, absolute */
	const char *loader; /* its command */
	const char *plugin; /* absolute, or NULL */
	const char *target;
	const char *level;
};

struct failed_case {
	const char *id;
	const char *when; /* the time at which it failed */
};

struct failed {
	const char *when; /* time of the last run, e.g. "2026-01-31 12:00:00" */
	size_t executed;  /* number of cases in it */
	struct failed_case *cases;
	size_t n;
};

/* the name of the file for these runs, which begins with what: "WHAT-0123456789abcdef" */
const char *failed_name(struct arena *a, const char *what, const struct failed_key *key);
/* append comment lines that name these runs */
void failed_add_key(struct buf *b, const struct failed_key *key);
/* the same in a sentence, without the root */
const char *failed_describe(struct arena *a, const struct failed_key *key);
void failed_format(struct buf *b, const struct failed_key *key, const struct failed *f);
/* read what failed_format wrote; 0, or the number of the first line that it cannot have written */
size_t failed_parse(struct arena *a, struct failed *f, const struct failed_key *key,
		    const char *bytes, size_t len);
/* the time at which the case failed, or NULL if it did not */
const char *failed_when(const struct failed *f, const char *id);

#endif
