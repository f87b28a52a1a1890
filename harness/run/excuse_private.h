/* Private to excuse: the state while one list is made, and the writing of lines for cases. */
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
	bool *owned;  /* by case: a line that is already written decides about it */
	bool *chosen; /* by case: excuse_lines() writes a line for it next */
	struct buf comments, block; /* of a block of lines that is not in out yet */
	struct known made;          /* glob, condition and end date of each line of excuse_lines */
};

/* the words of the lines for the chosen cases, except the globs */
struct excuse_words {
	const enum known_kind *kind; /* NULL: the worst of the line's cases */
	const char *when;            /* "" for none */
	const char *until;           /* or NULL */
	const char *reason;          /* NULL: the cause, with a line for each cause */
};

/*
 * write lines for the chosen cases into the block. Cases of one area with the same cause get one
 * line if a glob names exactly these cases, else one line each. The cases are owned afterwards.
 * Returns the number of lines.
 */
size_t excuse_lines(struct excuse *e, const struct excuse_words *words);

#endif
