/*
 * --write-known: makes a known list from what a run has shown of each case and from the old list.
 * With the new list, the same run has no unexpected result. Pure.
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
	EXCUSE_UNKNOWN, /* not run: not chosen, not reached, skipped by a list; BROKEN, FLAKY */
	EXCUSE_ABSENT,  /* not for this target */
	EXCUSE_PASSED,
	EXCUSE_FAILED   /* also if only details differ */
};

struct excuse_case {
	const char *id;
	enum excuse_fate fate;
	enum known_kind kind; /* for EXCUSE_FAILED: what a line has to tolerate */
	const char *cause;    /* of an unexpected result, which needs a line; else NULL */
};

struct excuse_input {
	const char *bytes; /* of the old list; "" if there is none */
	size_t len;
	const struct known *old; /* the same parsed, with expired lines marked */
	const struct facts *facts;
	const struct excuse_case *cases; /* of the whole suite */
	size_t n;
	bool partial;        /* the run was stopped: nothing follows from a missing result */
	const char *heading; /* comment lines for a new list */
};

/* numbers of lines */
struct excuse_counts {
	size_t kept, changed, dropped, added;
};

/* append the new list to out */
void excuse_write(struct arena *a, struct buf *out, const struct excuse_input *in,
		  struct excuse_counts *counts);

#endif
