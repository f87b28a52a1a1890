/* Tests the table of `make bench`: ratios, the comparison with what was expected, JSON. */
#include <CUnit/CUnit.h>
#include <math.h>
#include <string.h>

#include "base/util.h"
#include "rows.h"
#include "tools/bench/table.h"
#include "units.h"

enum { BARE, QUICK, GONE, MEMORY, N };

/* three rounds; `quick` was measured in two of them, and its floor doubles from round to round */
static void
fill(struct row *v, struct rows *rows)
{
	memset(v, 0, N * sizeof(*v));
	v[BARE] = (struct row){.name = "bare", .what = "a start"};
	v[QUICK] = (struct row){.name = "quick", .what = "a case", .floor = "bare",
				.has_other = true};
	v[GONE] = (struct row){.name = "gone", .what = "a peer", .floor = "bare",
			       .skipped = "not installed"};
	v[MEMORY] = (struct row){.name = "memory", .what = "a peak", .memory = true};
	for (size_t i = 0; i < 3; i++) {
		v[BARE].measured[i] = true;
		v[BARE].cost[i] = (struct cost){0.010 * (double)(1 << i), 0.020};
	}
	v[QUICK].measured[0] = v[QUICK].measured[2] = true;
	v[QUICK].cost[0] = (struct cost){0.020, 0.040};
	v[QUICK].cost[2] = (struct cost){0.160, 0.020};
	v[QUICK].other[0] = (struct cost){0.010, 0.040};
	v[QUICK].other[2] = (struct cost){0.080, 0.040};
	v[MEMORY].measured[0] = true;
	v[MEMORY].cost[0].cpu = 512;
	*rows = (struct rows){v, N};
}

static bool
is(struct spread s, double min, double median, double max)
{
	return fabs(s.min - min) + fabs(s.median - median) + fabs(s.max - max) < 1e-9;
}

static void
test_spread(void)
{
	struct row v[N];
	struct rows rows;

	fill(v, &rows);
	CU_ASSERT(is(table_spread(&rows, &v[BARE], TABLE_CPU), 0.010, 0.020, 0.040));
	CU_ASSERT(is(table_spread(&rows, &v[BARE], TABLE_WALL), 0.020, 0.020, 0.020));
	CU_ASSERT(table_spread(&rows, &v[BARE], TABLE_CPU_RATIO).n == 0);
	/* of two: the mean */
	CU_ASSERT(is(table_spread(&rows, &v[QUICK], TABLE_CPU), 0.020, 0.090, 0.160));
}

static void
test_ratio_within_round(void)
{
	struct row v[N];
	struct rows rows;

	fill(v, &rows);
	CU_ASSERT(is(table_spread(&rows, &v[QUICK], TABLE_CPU_RATIO), 2, 3, 4));
	CU_ASSERT(is(table_spread(&rows, &v[QUICK], TABLE_WALL_RATIO), 1, 1.5, 2));
	CU_ASSERT(is(table_spread(&rows, &v[QUICK], TABLE_OTHER_RATIO), 2, 2, 2));
	/* a round without the floor gives no ratio */
	v[BARE].measured[2] = false;
	CU_ASSERT(is(table_spread(&rows, &v[QUICK], TABLE_CPU_RATIO), 2, 2, 2));
}

static void
test_compare(void)
{
	static const struct {
		const char *expected, *says;
		int bad;
	} t[] = {
		{"{}", "", 0},
		{"{\"quick\": {\"ratio\": 3, \"tolerance\": 0.1}}", "", 0},
		{"{\"quick\": {\"ratio\": 2, \"tolerance\": 0.5}}", "", 0},
		{"{\"quick\": {\"ratio\": 2, \"tolerance\": 0.4}}",
		 "quick: 3 times bare, expected 2 (+40%)\n", 0},
		{"{\"quick\": {\"ratio\": 1.5, \"tolerance\": 0.4}}",
		 "quick: 3 times bare, expected 1.5 (+40%): twice as bad\n", 1},
		{"{\"quick\": {\"ratio\": 6, \"tolerance\": 0.25}}",
		 "quick: 3 times bare, better than the expected 6 (-25%)\n", 0},
		/* what was not measured is not compared */
		{"{\"gone\": {\"ratio\": 1, \"tolerance\": 0}}", "", 0},
		{"{\"nosuch\": {\"ratio\": 1, \"tolerance\": 0}}", "", 0},
		{"{\"quick\": {\"ratio\": 0, \"tolerance\": 0}}",
		 "quick: not a ratio and a tolerance\n", -1},
		{"{\"quick\": {\"ratio\": 3}}", "quick: not a ratio and a tolerance\n", -1},
		{"{\"quick\": {\"ratio\": 3, \"tolerance\": 1, \"x\": 1}}",
		 "quick: not a ratio and a tolerance\n", -1},
		{"[]", "not an object\n", -1},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct row v[N];
		struct rows rows;
		struct buf b = {0};
		int bad;

		fill(v, &rows);
		bad = table_compare(&b, &rows, t[i].expected);
		row_check(__FILE__, __LINE__, bad == t[i].bad, t[i].expected);
		row_text(__FILE__, __LINE__, buf_str(&b), t[i].says);
		buf_free(&b);
	}
}

static void
test_not_json(void)
{
	struct row v[N];
	struct rows rows;
	struct buf b = {0};

	fill(v, &rows);
	CU_ASSERT(table_compare(&b, &rows, "{\n\"quick\"") == -1);
	row_contains(__FILE__, __LINE__, buf_str(&b), "line 2: ");
	buf_free(&b);
}

static void
test_print(void)
{
	struct row v[N];
	struct rows rows;
	struct buf b = {0};

	fill(v, &rows);
	table_print(&b, &rows);
	row_contains(__FILE__, __LINE__, buf_str(&b), "\nbare             20 (10-40) ");
	row_contains(__FILE__, __LINE__, buf_str(&b), "\nquick            90 (20-160) ");
	row_contains(__FILE__, __LINE__, buf_str(&b), " 3 (2-4) ");
	row_contains(__FILE__, __LINE__, buf_str(&b),
		     "\ngone             skipped: not installed\n");
	row_contains(__FILE__, __LINE__, buf_str(&b), "\nmemory           512 (512-512) ");
	buf_free(&b);
}

static void
test_json(void)
{
	struct row v[N];
	struct rows rows;
	json_t *all;
	double median;
	const char *why;

	fill(v, &rows);
	all = table_json(&rows);
	CU_ASSERT(json_array_size(all) == N);
	CU_ASSERT(!json_unpack(json_array_get(all, QUICK), "{s:{s:F}}", "cpu_ratio", "median",
			       &median) && fabs(median - 3) < 1e-9);
	CU_ASSERT(!json_unpack(json_array_get(all, GONE), "{s:s}", "skipped", &why) &&
		  !strcmp(why, "not installed"));
	CU_ASSERT(json_object_get(json_array_get(all, MEMORY), "kib") != NULL);
	json_decref(all);
}

void
unit_bench(void)
{
	static const struct row_test tests[] = {
		{"median of the rounds", test_spread},
		{"ratios are taken within a round", test_ratio_within_round},
		{"compared with what was expected", test_compare},
		{"expectation that is no JSON", test_not_json},
		{"table", test_print},
		{"JSON", test_json},
	};

	rows_suite("bench", tests, LENGTH(tests));
}
