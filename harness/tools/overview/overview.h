/*
 * A table of what the suite says of many loaders: rows are loaders, columns are areas, cells are
 * unexpected, skipped and known results. Pure: reports as JSON text in, Markdown out.
 */
#ifndef OVERVIEW_H
#define OVERVIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/util.h"

struct overview_cell {
	size_t cases, unexpected, skipped, known;
};

struct overview_row {
	const char *name;
	const char *what;  /* the loader's own facts */
	const char *fault; /* why there is no result, or why it is not complete; NULL */
	struct overview_cell all, *areas; /* areas: on the heap, as many as the overview has */
	double seconds;
};

struct overview {
	struct arena mem;
	const char **areas; /* on the heap, sorted */
	size_t nareas;
	struct overview_row *v; /* on the heap, in order of addition */
	size_t n;
	const char *suite; /* version and revision of the first report */
};

/* what `conform -o json` wrote; a report that cannot be used becomes the fault of its row */
void overview_report(struct overview *o, const char *name, const char *json, size_t len);
/* a loader without a report, and why; why is copied */
void overview_fault(struct overview *o, const char *name, const char *why);
/* the table, with the totals of each row */
void overview_print(struct buf *out, const struct overview *o);
/* is the row complete, and nothing in it unexpected? */
bool overview_green(const struct overview_row *r);
void overview_free(struct overview *o);

#endif
