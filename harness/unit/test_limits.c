/* The limits that `--limit` sets. */
#include <CUnit/CUnit.h>
#include <string.h>

#include "base/util.h"
#include "format/limits.h"
#include "rows.h"
#include "units.h"

static void
test_set(void)
{
	static const struct {
		int line;
		const char *text, *says;
	} t[] = {
		{__LINE__, "memory=1", NULL},
		{__LINE__, "time=1048576", NULL},
		{__LINE__, "memory", "expected NAME=NUMBER, got 'memory'"},
		{__LINE__, "", "expected NAME=NUMBER, got ''"},
		{__LINE__, "memory=", "expected a number from 1 to 1048576, got ''"},
		{__LINE__, "memory=0", "got '0'"},
		{__LINE__, "memory=-1", "got '-1'"},
		{__LINE__, "memory=1048577", "got '1048577'"},
		{__LINE__, "memory=1GiB", "got '1GiB'"},
		{__LINE__, "memori=1", "unknown limit 'memori'; did you mean 'memory'?"},
		{__LINE__, "=1", "unknown limit ''"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct limits l = limits_default;

		row_says(__FILE__, t[i].line, limits_set(&a, &l, t[i].text), t[i].says);
		arena_free(&a);
	}
}

/* what was set comes back, as the command that runs a case again needs it */
static void
test_next(void)
{
	struct arena a = {0};
	struct limits l = limits_default;
	unsigned at = 0;
	const char *next;

	CU_ASSERT_PTR_NULL(limits_next(&a, &l, &at));
	limits_set(&a, &l, "output=7");
	limits_set(&a, &l, "cpu=5");
	at = 0;
	next = limits_next(&a, &l, &at);
	UNIT_CHECK(next && !strcmp(next, "cpu=5"), "%s", next ? next : "nothing");
	next = limits_next(&a, &l, &at);
	UNIT_CHECK(next && !strcmp(next, "output=7"), "%s", next ? next : "nothing");
	CU_ASSERT_PTR_NULL(limits_next(&a, &l, &at));
	arena_free(&a);
}

void
unit_limits(void)
{
	static const struct row_test tests[] = {
		{"--limit", test_set},
		{"limits that were set", test_next},
	};

	rows_suite("limits", tests, LENGTH(tests));
}
