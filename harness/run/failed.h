/*
 * What failed when it was last run, for each loader, plug-in, target and level apart: the file
 * that a run writes and --failed reads. Pure; where the file stands is for the caller.
 */
#ifndef FAILED_H
#define FAILED_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;

/* of which runs a file speaks */
struct failed_key {
	const char *root;   /* of the suite, absolute */
	const char *loader; /* its command */
	const char *plugin; /* absolute, or NULL */
	const char *target;
	const char *level;
};

struct failed_case {
	const char *id;
	const char *when; /* it failed */
};

struct failed {
	const char *when; /* of the last run, e.g. "2026-01-31 12:00:00" */
	size_t executed;  /* cases in it */
	struct failed_case *cases;
	size_t n;
};

/* name of the file that says WHAT of these runs: "WHAT-0123456789abcdef" */
const char *failed_name(struct arena *a, const char *what, const struct failed_key *key);
/* append comment lines that say which runs those are */
void failed_add_key(struct buf *b, const struct failed_key *key);
/* the same in a sentence, but for the root */
const char *failed_describe(struct arena *a, const struct failed_key *key);
void failed_format(struct buf *b, const struct failed_key *key, const struct failed *f);
/* read what failed_format made; 0, or the number of the first line that is not of these runs */
size_t failed_parse(struct arena *a, struct failed *f, const struct failed_key *key,
		    const char *bytes, size_t len);
/* when the case failed, or NULL: it did not */
const char *failed_when(const struct failed *f, const char *id);

#endif
