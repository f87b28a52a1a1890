/* Tests the file of measured seconds, and the shards that are balanced by it. */
#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "base/util.h"
#include "format/casefile.h"
#include "rows.h"
#include "run/weights.h"
#include "units.h"

static const char text[] = "# seconds that each case took, for --shard I/N --weights FILE\n"
			   "0.250000 a/b\n"
			   "0.000000 a/c\n"
			   "12.000001 b/a\n";

static void
test_file(void)
{
	struct arena a = {0};
	struct weights w;
	struct buf b = {0};

	CU_ASSERT_EQUAL(weights_parse(&a, &w, text, strlen(text)), 0);
	CU_ASSERT_EQUAL(w.n, 3);
	CU_ASSERT_EQUAL(weights_find(&w, "b/a")->micro, 12000001);
	CU_ASSERT_PTR_NULL(weights_find(&w, "b/b"));
	weights_format(&b, &w);
	row_text(__FILE__, __LINE__, buf_str(&b), text);
	buf_free(&b);
	arena_free(&a);
}

static void
test_bad_lines(void)
{
	static const char *const t[] = {
		"x a/b", "-1 a/b", "1e3 a/b", "1", "1 ", "1 a", "1 a/b c", "1  a/b", "1 a/b\n1 a/b",
		"1 b/a\n1 a/b", "", "nan a/b", "99999999999 a/b",
	};
	struct arena a = {0};
	struct weights w;

	for (size_t i = 0; i < LENGTH(t); i++) {
		const char *bytes = arena_printf(&a, "# x\n%s\n", t[i]);
		size_t want = strchr(t[i], '\n') ? 3 : 2;
		size_t line = weights_parse(&a, &w, bytes, strlen(bytes));

		UNIT_CHECK(line == want, "'%s': line %zu", t[i], line);
	}
	arena_free(&a);
}

enum { CASES = 300 };

/* n cases with ids c/000, c/001, ...; weights of all but every seventh */
static const struct casefile **
make(struct arena *a, struct weights *w, size_t n, bool backwards)
{
	const struct casefile **v = arena_alloc(a, n * sizeof(*v));

	*w = (struct weights){.v = arena_alloc(a, n * sizeof(*w->v))};
	for (size_t i = 0; i < n; i++) {
		struct casefile *c = arena_alloc(a, sizeof(*c));

		c->id = arena_printf(a, "c/%03zu", i);
		v[backwards ? n - 1 - i : i] = c;
		if (i % 7)
			w->v[w->n++] = (struct weight){c->id, i * i * 100};
	}
	return v;
}

/* which shard each case is in; 0: none; a failed check if it is in two */
static void
shards_of(unsigned *in, unsigned long long *load, unsigned shards, bool backwards)
{
	struct arena a = {0};
	struct weights w;

	for (unsigned s = 1; s <= shards; s++) {
		const struct casefile **v = make(&a, &w, CASES, backwards);
		size_t n = weights_shard(&w, v, CASES, s, shards);

		for (size_t i = 0; i < n; i++) {
			unsigned long number = strtoul(v[i]->id + 2, NULL, 10);
			const struct weight *one = weights_find(&w, v[i]->id);

			UNIT_CHECK(!in[number], "%s is in %u and %u", v[i]->id, in[number], s);
			in[number] = s;
			load[s] += one ? one->micro : 0;
		}
	}
	arena_free(&a);
}

/* every case is in one shard, the same one whatever the order, and the shards are even */
static void
test_shards(void)
{
	static const unsigned counts[] = {1, 2, 3, 8, 64, 299, 300, 1000};

	for (size_t k = 0; k < LENGTH(counts); k++) {
		unsigned in[CASES] = {0}, other[CASES] = {0};
		unsigned long long load[1001] = {0}, again[1001] = {0}, most = 0, least = ~0ull;

		shards_of(in, load, counts[k], false);
		shards_of(other, again, counts[k], true);
		CU_ASSERT_EQUAL(memcmp(in, other, sizeof(in)), 0);
		for (size_t i = 0; i < CASES; i++)
			UNIT_CHECK(in[i], "case %zu is in none of %u", i, counts[k]);
		for (unsigned s = 1; s <= counts[k]; s++) {
			most = load[s] > most ? load[s] : most;
			least = load[s] < least ? load[s] : least;
		}
		/* the heaviest case has 8.9 s; of 8 shards each has some 96 s */
		UNIT_CHECK(counts[k] > 8 || most - least < most / 10, "%u shards: %llu to %llu",
			   counts[k], least, most);
	}
}

/* without weights all count the same; a heavy case without a weight counts as the median */
static void
test_unknown(void)
{
	struct arena a = {0};
	struct weights w, none = {0};
	const struct casefile **v = make(&a, &w, 8, false);

	CU_ASSERT_EQUAL(weights_shard(&none, v, 8, 1, 4), 2);
	row_text(__FILE__, __LINE__, v[0]->id, "c/000");
	row_text(__FILE__, __LINE__, v[1]->id, "c/004");
	/* weights 100, 400, ... 3600; median of six: 900, for c/000 and c/007 */
	v = make(&a, &w, 8, false);
	CU_ASSERT_EQUAL(weights_shard(&w, v, 8, 1, 2) + weights_shard(&w, make(&a, &w, 8, false), 8,
								      2, 2), 8);
	/* 3600 1600 900 400+100, against 2500 1600... : heaviest first, to the lighter shard */
	v = make(&a, &w, 8, false);
	CU_ASSERT_EQUAL(weights_shard(&w, v, 8, 1, 2), 4);
	row_text(__FILE__, __LINE__, v[3]->id, "c/007");
	arena_free(&a);
}

void
unit_weights(void)
{
	static const struct row_test tests[] = {
		{"the file", test_file},
		{"lines that nobody wrote", test_bad_lines},
		{"shards", test_shards},
		{"cases that are not known", test_unknown},
	};

	rows_suite("weights", tests, LENGTH(tests));
}
