#include "tools/bench/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/util.h"

/* a ratio so many times the expected one is no noise */
static const double TOO_BAD = 2;

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static struct spread
spread_of(double *v, size_t n)
{
	struct spread s = {.n = n};

	if (!n)
		return s;
	qsort(v, n, sizeof(*v), by_value);
	s.min = v[0];
	s.median = n % 2 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
	s.max = v[n - 1];
	return s;
}

const struct row *
table_find(const struct rows *rows, const char *name)
{
	for (size_t i = 0; name && i < rows->n; i++) {
		if (!strcmp(rows->v[i].name, name))
			return &rows->v[i];
	}
	return NULL;
}

/* by how much the figure of a round is divided; 0: there is no such figure */
static double
divisor(const struct row *row, const struct row *floor, enum table_figure f, size_t round)
{
	switch (f) {
	case TABLE_CPU:
	case TABLE_WALL:
		return 1;
	case TABLE_OTHER_RATIO:
		return row->has_other ? row->other[round].cpu : 0;
	case TABLE_CPU_RATIO:
		return floor && floor->measured[round] ? floor->cost[round].cpu : 0;
	case TABLE_WALL_RATIO:
		break;
	}
	return floor && floor->measured[round] ? floor->cost[round].wall : 0;
}

struct spread
table_spread(const struct rows *rows, const struct row *row, enum table_figure f)
{
	const struct row *floor = table_find(rows, row->floor);
	bool wall = f == TABLE_WALL || f == TABLE_WALL_RATIO;
	double v[TABLE_ROUNDS];
	size_t n = 0;

	for (size_t i = 0; i < TABLE_ROUNDS; i++) {
		double by = row->measured[i] ? divisor(row, floor, f, i) : 0;

		if (by > 0)
			v[n++] = (wall ? row->cost[i].wall : row->cost[i].cpu) / by;
	}
	return spread_of(v, n);
}

static void
print_spread(struct buf *b, struct spread s, double unit)
{
	char text[64];

	if (s.n)
		snprintf(text, sizeof(text), "%.3g (%.3g-%.3g)", s.median * unit, s.min * unit,
			 s.max * unit);
	else
		snprintf(text, sizeof(text), "-");
	buf_printf(b, " %-22s", text);
}

static void
print_row(struct buf *b, const struct rows *rows, const struct row *row)
{
	double unit = row->memory ? 1 : 1e3;
	struct spread none = {.n = 0};

	buf_printf(b, "%-16s", row->name);
	if (row->skipped) {
		buf_printf(b, " skipped: %s\n", row->skipped);
		return;
	}
	print_spread(b, table_spread(rows, row, TABLE_CPU), unit);
	print_spread(b, row->memory ? none : table_spread(rows, row, TABLE_WALL), unit);
	print_spread(b, table_spread(rows, row, TABLE_CPU_RATIO), 1);
	print_spread(b, row->memory ? none : table_spread(rows, row, TABLE_WALL_RATIO), 1);
	buf_printf(b, " %-12s", row->floor ? row->floor : "-");
	if (row->has_other)
		print_spread(b, table_spread(rows, row, TABLE_OTHER_RATIO), 1);
	buf_printf(b, " %s\n", row->what);
}

void
table_print(struct buf *b, const struct rows *rows)
{
	bool other = false;

	for (size_t i = 0; i < rows->n; i++)
		other |= rows->v[i].has_other;
	buf_printf(b, "%-16s %-22s %-22s %-22s %-22s %-12s%s what (memory: KiB)\n",
		   "median (min-max)", "CPU, ms", "wall, ms", "CPU / floor", "wall / floor",
		   "floor",
		   other ? " CPU / other revision" : "");
	for (size_t i = 0; i < rows->n; i++)
		print_row(b, rows, &rows->v[i]);
}

static void
put_spread(json_t *o, const char *key, struct spread s)
{
	if (s.n)
		json_object_set_new(o, key, json_pack("{s:f, s:f, s:f, s:I}", "min", s.min,
						      "median", s.median, "max", s.max,
						      "rounds", (json_int_t)s.n));
}

json_t *
table_json(const struct rows *rows)
{
	json_t *all = json_array();

	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = &rows->v[i];
		json_t *o = json_pack("{s:s, s:s, s:s*, s:s*}", "name", row->name,
				      "what", row->what, "floor", row->floor,
				      "skipped", row->skipped);

		if (!row->skipped) {
			put_spread(o, row->memory ? "kib" : "cpu",
				   table_spread(rows, row, TABLE_CPU));
			if (!row->memory)
				put_spread(o, "wall", table_spread(rows, row, TABLE_WALL));
			put_spread(o, "cpu_ratio", table_spread(rows, row, TABLE_CPU_RATIO));
			if (!row->memory)
				put_spread(o, "wall_ratio",
					   table_spread(rows, row, TABLE_WALL_RATIO));
			put_spread(o, "other_ratio", table_spread(rows, row, TABLE_OTHER_RATIO));
		}
		json_array_append_new(all, o);
	}
	return all;
}

/* a line about one row; true if it is too bad */
static bool
compare_row(struct buf *b, const struct row *row, double got, double want, double tolerance)
{
	bool bad = got >= TOO_BAD * want;

	if (got > want * (1 + tolerance))
		buf_printf(b, "%s: %.3g times %s, expected %.3g (+%.0f%%)%s\n", row->name, got,
			   row->floor, want, tolerance * 100, bad ? ": twice as bad" : "");
	else if (got < want * (1 - tolerance))
		buf_printf(b, "%s: %.3g times %s, better than the expected %.3g (-%.0f%%)\n",
			   row->name, got, row->floor, want, tolerance * 100);
	return bad;
}

static int
compare_all(struct buf *b, const struct rows *rows, json_t *expected)
{
	const char *name;
	json_t *o;
	int bad = 0;

	json_object_foreach(expected, name, o) {
		const struct row *row = table_find(rows, name);
		double want, tolerance;
		struct spread got;

		if (json_unpack(o, "{s:F, s:F!}", "ratio", &want, "tolerance", &tolerance) ||
		    want <= 0 || tolerance < 0) {
			buf_printf(b, "%s: not a ratio and a tolerance\n", name);
			return -1;
		}
		got = row && !row->skipped ? table_spread(rows, row, TABLE_CPU_RATIO)
					   : (struct spread){.n = 0};
		bad += got.n && compare_row(b, row, got.median, want, tolerance);
	}
	return bad;
}

int
table_compare(struct buf *b, const struct rows *rows, const char *expected)
{
	json_error_t error;
	json_t *o = json_loads(expected, JSON_REJECT_DUPLICATES, &error);
	int bad = -1;

	if (!o)
		buf_printf(b, "line %d: %s\n", error.line, error.text);
	else if (!json_is_object(o))
		buf_puts(b, "not an object\n");
	else
		bad = compare_all(b, rows, o);
	json_decref(o);
	return bad;
}
