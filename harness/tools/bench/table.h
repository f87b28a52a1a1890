/*
 * The table of `make bench`: what was measured, as ratios to floors that were measured in the same
 * rounds. Pure: nothing here runs or reads anything.
 */
#ifndef TABLE_H
#define TABLE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

struct buf;

enum { TABLE_ROUNDS = 31 };

/* seconds; or KiB of memory, in cpu alone */
struct cost {
	double cpu, wall;
};

struct row {
	const char *name;    /* the key in bench.json and expected.json */
	const char *what;    /* for people */
	const char *floor;   /* the name of the row that it is compared with, or NULL */
	const char *skipped; /* why it was not measured, or NULL */
	bool memory;
	bool measured[TABLE_ROUNDS];
	struct cost cost[TABLE_ROUNDS];
	struct cost other[TABLE_ROUNDS]; /* of another revision, in the same rounds */
	bool has_other;
};

struct rows {
	struct row *v;
	size_t n;
};

struct spread {
	double min, median, max;
	size_t n; /* of how many; 0: none, and the others are 0 */
};

enum table_figure { TABLE_CPU, TABLE_WALL, TABLE_CPU_RATIO, TABLE_WALL_RATIO, TABLE_OTHER_RATIO };

/* one figure of a row over all rounds; a ratio is taken within each round */
struct spread table_spread(const struct rows *rows, const struct row *row, enum table_figure f);
const struct row *table_find(const struct rows *rows, const char *name);
void table_print(struct buf *b, const struct rows *rows);
/* the array of bench.json; the caller's reference */
json_t *table_json(const struct rows *rows);
/*
 * hold the median CPU ratios against the text of expected.json; a line for each that is outside of
 * its tolerance. Returns how many are at least twice as bad; -1: the text is no such file, and b
 * says why.
 */
int table_compare(struct buf *b, const struct rows *rows, const char *expected);

#endif
