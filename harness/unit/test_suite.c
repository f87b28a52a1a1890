#include <CUnit/CUnit.h>
#include <string.h>

#include "run/suite.h"
#include "units.h"
#include "base/util.h"

/* the cases to select from */
static char *no_tags[] = {NULL};
static char slow_tag[] = "slow";
static char *slow[] = {slow_tag, NULL};

static struct casefile cases[] = {
	{.id = "adapter/echo", .area = "adapter", .name = "echo", .tags = no_tags},
	{.id = "hook/long-1", .area = "hook", .name = "long-1", .tags = no_tags},
	{.id = "hook/long-200", .area = "hook", .name = "long-200", .tags = slow},
	{.id = "rtld/global", .area = "rtld", .name = "global", .tags = no_tags},
	{.id = "rtld/hook", .area = "rtld", .name = "hook", .tags = slow},
};

static const struct suite suite = {.root = "/", .cases = cases, .n = LENGTH(cases)};

struct row {
	const char *label;
	const char *patterns[3];
	const char *tags[2];
	unsigned shard, shards;
	const char *want; /* ids joined by blanks; NULL: refused */
};

static const struct row rows[] = {
	{"all", {NULL}, {NULL}, 0, 0,
	 "adapter/echo hook/long-1 hook/long-200 rtld/global rtld/hook"},
	{"id", {"rtld/global"}, {NULL}, 0, 0, "rtld/global"},
	{"glob", {"hook/*"}, {NULL}, 0, 0, "hook/long-1 hook/long-200"},
	{"area, and part of an id", {"hook"}, {NULL}, 0, 0, "hook/long-1 hook/long-200 rtld/hook"},
	{"part", {"long"}, {NULL}, 0, 0, "hook/long-1 hook/long-200"},
	{"two", {"rtld/global", "*/echo"}, {NULL}, 0, 0, "adapter/echo rtld/global"},
	{"tag", {NULL}, {"slow"}, 0, 0, "hook/long-200 rtld/hook"},
	{"tag and pattern", {"rtld/*"}, {"slow"}, 0, 0, "rtld/hook"},
	{"no match", {"nosuch"}, {NULL}, 0, 0, NULL},
	{"one of two does not match", {"rtld/*", "nosuch"}, {NULL}, 0, 0, NULL},
	{"first shard", {NULL}, {NULL}, 1, 2, "adapter/echo hook/long-200 rtld/hook"},
	{"second shard", {NULL}, {NULL}, 2, 2, "hook/long-1 rtld/global"},
	{"empty shard", {"rtld/global"}, {NULL}, 2, 2, ""},
};

static void
test_case(void)
{
	for (size_t i = 0; i < suite.n; i++)
		UNIT_CHECK(suite_case(&suite, cases[i].id) == &cases[i], "%s", cases[i].id);
	UNIT_CHECK(!suite_case(&suite, "adapter/a") && !suite_case(&suite, "hook/long") &&
			   !suite_case(&suite, "zoo/x") && !suite_case(&suite, ""),
		   "a case that is not there");
}

static void
test_match(void)
{
	static const struct {
		const char *glob;
		size_t from, want;
	} t[] = {
		{"rtld/hook", 0, 4}, {"rtld/hook", 4, 4},  {"rtld/hook", 5, 5}, {"rtld", 0, 5},
		{"*/echo", 0, 0},    {"*/echo", 1, 5},     {"hook/*", 0, 1},    {"hook/*", 2, 2},
		{"hook/*", 3, 5},    {"hook/long-?", 0, 1}, {"hook/long-[2]*", 0, 2},
	};

	for (size_t i = 0; i < LENGTH(t); i++)
		UNIT_CHECK(suite_match(&suite, t[i].glob, t[i].from) == t[i].want, "%s from %zu",
			   t[i].glob, t[i].from);
}

static void
join(struct buf *b, const struct casefile **v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buf_printf(b, "%s%s", i ? " " : "", v[i]->id);
}

static void
test_selection(void)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena a = {0};
		struct buf got = {0};
		struct selection sel = {.patterns = (char *const *)rows[i].patterns,
					.tags = (char *const *)rows[i].tags,
					.shard = rows[i].shard, .shards = rows[i].shards};
		size_t n;
		const struct casefile **v = suite_select(&a, &suite, &sel, &n);

		if (v)
			join(&got, v, n);
		UNIT_CHECK(!v == !rows[i].want, "%s: refused or not", rows[i].label);
		if (v && rows[i].want) {
			UNIT_CHECK(!strcmp(buf_str(&got), rows[i].want), "%s: %s", rows[i].label,
				   buf_str(&got));
		}
		buf_free(&got);
		arena_free(&a);
	}
}

/* the nearest id for a pattern that matches nothing */
static void
test_nearest(void)
{
	static const struct {
		const char *pattern, *want;
	} t[] = {
		{"hok/long-1", "did you mean hook/long-1?"},
		{"hook/long", "did you mean hook/long-1, hook/long-200?"},
		{"hook/nothing", "see --list hook"},
		{"hok", "did you mean hook, rtld/hook?"},
		{"rdtl/*", "did you mean rtld/*?"},
		{"globl", "did you mean rtld/global, global?"},
		{"lonk-200", "did you mean hook/long-200?"},
		{"nosuch", "see --list"},
		{"nosuch/*", "see --list"},
		{"?", "see --list"},
		{"adapter/global", "did you mean rtld/global?"},
		{"ehco", "did you mean adapter/echo, echo?"},
		{"an-id-much-longer-than-any-of-the-words-that-are-compared-with-one-another",
		 "see --list"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		const char *got = suite_nearest(&a, &suite, t[i].pattern);

		UNIT_CHECK(!strcmp(got, t[i].want), "'%s': %s", t[i].pattern, got);
		arena_free(&a);
	}
}

static void
shuffled(struct buf *b, struct arena *a, unsigned seed)
{
	struct selection sel = {.shuffle = true, .seed = seed};
	size_t n;
	const struct casefile **v = suite_select(a, &suite, &sel, &n);

	CU_ASSERT_EQUAL(n, LENGTH(cases));
	join(b, v, n);
}

static void
test_shuffle(void)
{
	struct arena a = {0};
	struct buf once = {0}, twice = {0}, other = {0};

	shuffled(&once, &a, 7);
	shuffled(&twice, &a, 7);
	shuffled(&other, &a, 8);
	CU_ASSERT_STRING_EQUAL(buf_str(&once), buf_str(&twice));
	CU_ASSERT_STRING_NOT_EQUAL(buf_str(&once), buf_str(&other));
	buf_free(&once);
	buf_free(&twice);
	buf_free(&other);
	arena_free(&a);
}

void
unit_suite(void)
{
	CU_pSuite s = CU_add_suite("suite", NULL, NULL);

	CU_add_test(s, "selection", test_selection);
	CU_add_test(s, "a case by its id", test_case);
	CU_add_test(s, "cases by a glob", test_match);
	CU_add_test(s, "nearest", test_nearest);
	CU_add_test(s, "shuffle", test_shuffle);
}
