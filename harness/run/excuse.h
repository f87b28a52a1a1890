/*
 * A known list made from a run: --write-known. What a run has shown of each case, and the list that
 * was there before, become the list under which the same run has nothing unexpected. Pure.
 */
#ifndef EXCUSE_H
#define EXCUSE_H

#include <stdbool.h>
#include <stddef.h>

#include "format/known.h"

struct arena;
struct buf;
struct facts;

enum excuse_fate {
	EXCUSE_UNKNOWN, /* not run: not chosen, not reached, left out by a list; or BROKEN */
	EXCUSE_ABSENT,  /* not for this target */
	EXCUSE_PASSED,
	EXCUSE_FAILED   /* or only in detail */
};

struct excuse_case {
	const char *id;
	enum excuse_fate fate;
	enum known_kind kind; /* of one that FAILED: what a line has to tolerate */
	const char *cause;    /* why it is unexpected, so that it needs a line; NULL: it is not */
};

struct excuse_input {
	const char *bytes; /* of the list that is there; "" for none */
	size_t len;
	const struct known *old; /* the same parsed, with what has expired marked */
	const struct facts *facts;
	const struct excuse_case *cases; /* of the whole suite */
	size_t n;
	bool partial;        /* the run was stopped: what it did not show is not to be concluded */
	const char *heading; /* comment lines, for a list that begins empty */
};

/* lines of the list */
struct excuse_counts {
	size_t kept, changed, dropped, added;
};

/* append the new list to out */
void excuse_write(struct arena *a, struct buf *out, const struct excuse_input *in,
		  struct excuse_counts *counts);

#endif
