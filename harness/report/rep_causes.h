/*
 * Groups the unexpected results of a run by cause, and writes the text that reports for people
 * share: a block for each cause, an index, a table by area. Results in, text out. Pure.
 */
#ifndef REP_CAUSES_H
#define REP_CAUSES_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct result;

struct rep_cause {
	const char *text;              /* never NULL; may have several lines */
	const struct result **results; /* in order of id */
	size_t n;                      /* the number of results */
	const struct result *shown;    /* the one with the shortest transcript */
};

struct rep_causes {
	struct rep_cause *v; /* the causes with most results are last */
	size_t n;
	const struct result **results; /* of all causes */
};

struct rep_view {
	bool color;
	size_t width;      /* columns of a line */
	size_t diff_lines; /* the most lines of a diff in a block; 0: all */
};

/* group the unexpected results among n results */
void rep_causes_group(struct rep_causes *c, const struct result *const *all, size_t n);
void rep_causes_free(struct rep_causes *c);

/* append a cause: one result in full, then the ids of the others */
void rep_cause_block(struct buf *b, const struct rep_cause *c, const struct rep_view *view);
/* append "and 3 more: ID ID ID" with prefix before each line; nothing if there is one result */
void rep_cause_more(struct buf *b, const struct rep_cause *c, const char *prefix, size_t width);
/* append one line for each cause; if there are too many, without those that have fewest results */
void rep_cause_index(struct buf *b, const struct rep_causes *c, const struct rep_view *view);
/* append a table with the numbers of executed, passed, unexpected and skipped cases of each area */
void rep_areas(struct buf *b, const struct result *const *all, size_t n,
	       const struct rep_view *view);

#endif
