/* Private to excuse: the state of one list being made, and how lines are written for cases. */
#ifndef EXCUSE_PRIVATE_H
#define EXCUSE_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

#include "run/excuse.h"
#include "base/util.h"

struct excuse {
	struct arena *a;
	const struct excuse_input *in;
	struct excuse_counts *counts;
	struct buf *out;
	bool *owned;  /* by case: a line that is written already has the say on it */
	bool *chosen; /* by case: to be written next */
	struct buf comments, block; /* of the lines that belong together, not yet in out */
	struct known made;          /* glob, condition and end of each line of excuse_lines */
};

/* what the lines for the chosen cases say besides their globs */
struct excuse_words {
	const enum known_kind *kind; /* NULL: the worst of the line's cases */
	const char *when;            /* "" for none */
	const char *until;           /* or NULL */
	const char *reason;          /* NULL: the cause, a line for each */
};

/*
 * write lines for the chosen cases into the block: one for those of an area that have a cause in
 * common where a glob names exactly them, else one for each. They are then owned. Returns how
 * many lines.
 */
size_t excuse_lines(struct excuse *e, const struct excuse_words *words);

#endif
