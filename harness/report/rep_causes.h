/*
 * The unexpected results of a run by their causes, and what the reports for people make of them:
 * one block for each cause, an index, a table by area. Results in, text out. Pure.
 */
#ifndef REP_CAUSES_H
#define REP_CAUSES_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct result;

struct rep_cause {
	const char *text;              /* never NULL; may have more lines than the first */
	const struct result **results; /* in order of id */
	size_t n;                      /* of them */
	const struct result *shown;    /* the one with the shortest transcript */
};

struct rep_causes {
	struct rep_cause *v; /* those that explain most results are last */
	size_t n;
	const struct result **results; /* of all of them */
};

struct rep_view {
	bool color;
	size_t width;      /* columns of a line */
	size_t diff_lines; /* of a diff in a block; 0: all */
};

/* group the unexpected ones of n results */
void rep_causes_group(struct rep_causes *c, const struct result *const *all, size_t n);
void rep_causes_free(struct rep_causes *c);

/* append a cause: in full for one result, then which others there are */
void rep_cause_block(struct buf *b, const struct rep_cause *c, const struct rep_view *view);
/* append "and 3 more: ID ID ID" with prefix in front of each line; nothing for one result */
void rep_cause_more(struct buf *b, const struct rep_cause *c, const char *prefix, size_t width);
/* append the causes, a line each, but for those that explain least where there are too many */
void rep_cause_index(struct buf *b, const struct rep_causes *c, const struct rep_view *view);
/* append a table: of each area how many were executed, passed, unexpected, skipped */
void rep_areas(struct buf *b, const struct result *const *all, size_t n,
	       const struct rep_view *view);

#endif
