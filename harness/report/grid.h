/*
 * Several reports side by side: a row for each case that one of them has, a column for each loader.
 * Pure.
 */
#ifndef GRID_H
#define GRID_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct doc;
struct doc_result;

/* an area, or all of the suite, under one loader: numbers of results */
struct grid_cell {
	size_t cases;      /* that the report has */
	size_t skipped;
	size_t good;       /* PASS, or wording that the level tolerates */
	size_t known;      /* XFAIL */
	size_t unexpected; /* fails the run */
};

struct grid_area {
	const char *name;
	struct grid_cell *cells; /* one a loader */
};

struct grid {
	const struct doc *docs;
	size_t n;              /* loaders, at least one */
	const char **names;    /* short names of the loaders, no two alike */
	const char **ids;      /* sorted */
	size_t cases;
	const struct doc_result **results; /* results[i * n + k]: case i, loader k; or NULL */
	struct grid_area *areas; /* sorted by name */
	size_t nareas;
	struct grid_cell *all; /* one a loader */
};

void grid_make(struct arena *a, struct grid *g, const struct doc *docs, size_t n);
/* good cases in a hundred of those that apply, rounded down: 100 says all; -1 if none applies */
int grid_percent(const struct grid_cell *c);
/* the result of case i that describes the case: the first loader's that has it */
const struct doc_result *grid_case(const struct grid *g, size_t i);

#endif
