/* Tests the file of last results, and the mutants that --show names for a case. */
#include <CUnit/CUnit.h>
#include <string.h>

#include "run/failed.h"
#include "run/last.h"
#include "rows.h"
#include "show.h"
#include "units.h"
#include "base/util.h"

static const struct failed_key key = {"/s", "python3", NULL, "cpython", "detail"};
static const char text[] =
	"# what each case got when it was last carried out, for --show\n"
	"# suite: /s\n"
	"# loader: python3\n"
	"# target: cpython\n"
	"# level: detail\n"
	"hook/a PASS 2026-01-31 12:00:00\n"
	"hook/b FAIL 2026-01-30 11:00:00\n"
	"?expected = 1, got = 2\n"
	"=> import b\n"
	"== 2\n"
	"!first\n"
	"!\n"
	"!third\n";

static void
test_file(void)
{
	struct arena a = {0};
	struct last last;
	const struct last_case *c;
	struct buf b = {0};

	CU_ASSERT_TRUE_FATAL(last_parse(&a, &last, &key, text, strlen(text)));
	CU_ASSERT_EQUAL(last.n, 2);
	c = last_find(&last, "hook/b");
	CU_ASSERT_PTR_NOT_NULL_FATAL(c);
	row_text(__FILE__, __LINE__, c->outcome, "FAIL");
	row_text(__FILE__, __LINE__, c->when, "2026-01-30 11:00:00");
	row_text(__FILE__, __LINE__, c->reason, "expected = 1, got = 2\n");
	row_text(__FILE__, __LINE__, c->got, "> import b\n= 2\n");
	row_text(__FILE__, __LINE__, c->log, "first\n\nthird\n");
	CU_ASSERT_PTR_NULL(last_find(&last, "hook/a")->got);
	CU_ASSERT_PTR_NULL(last_find(&last, "hook/c"));
	last_format(&b, &key, &last);
	row_text(__FILE__, __LINE__, buf_str(&b), text);
	buf_free(&b);
	arena_free(&a);
}

static void
parse(const char *bytes, size_t len)
{
	struct arena a = {0};
	struct last last;

	last_parse(&a, &last, &key, bytes, len);
	arena_free(&a);
}

/* a file of other runs, or with other contents, gives no result */
static void
test_other_files(void)
{
	struct failed_key other = key;
	struct arena a = {0};
	struct last last;

	other.loader = "python4";
	CU_ASSERT_FALSE(last_parse(&a, &last, &other, text, strlen(text)));
	CU_ASSERT_FALSE(last_parse(&a, &last, &key, "", 0));
	arena_free(&a);
	rows_mutate(text, true, parse);
}

static void
test_limit(void)
{
	enum { LONG = 100000 };
	struct arena a = {0};
	char *log = arena_alloc(&a, LONG + 1);
	struct last_case c = {"a/b", "FAIL", "now", NULL, "> x\n", log};
	struct last last = {&c, 1}, again;
	struct buf b = {0};

	memset(log, 'x', LONG);
	last_format(&b, &key, &last);
	UNIT_CHECK(b.len < LONG / 5, "%zu bytes", b.len);
	CU_ASSERT_TRUE(last_parse(&a, &again, &key, b.p, b.len));
	row_contains(__FILE__, __LINE__, again.cases[0].log, "x\n(more was cut off)\n");
	buf_free(&b);
	arena_free(&a);
}

void
unit_last(void)
{
	static const struct row_test tests[] = {
		{"file", test_file},
		{"other files", test_other_files},
		{"long texts", test_limit},
	};

	rows_suite("last", tests, LENGTH(tests));
}
