/* Tests what becomes of results that came again, and which cases are near their deadline. */
#include <CUnit/CUnit.h>
#include <string.h>

#include "base/util.h"
#include "format/casefile.h"
#include "format/result.h"
#include "rows.h"
#include "run/retry.h"
#include "units.h"

static const struct casefile cases[] = {{.id = "a/one"}, {.id = "a/two"}, {.id = "a/three"}};

#define GOT "> import x\n"

static struct result
of(enum outcome o)
{
	struct result r = {.cs = &cases[0], .outcome = o, .happened = o, .executed = true,
			   .unexpected = o != OUT_PASS && o != OUT_XFAIL, .attempts = 1,
			   .got = GOT "! ImportError\n", .seconds = 0.25};

	if (o == OUT_PASS || o == OUT_XPASS)
		r.got = GOT "= <module \"x\">\n";
	if (r.unexpected) {
		r.reason = "because\nof more";
		r.cause = "a cause";
	}
	return r;
}

/* any other outcome makes it FLAKY; the same one, however often, changes nothing */
static void
test_settle(void)
{
	static const struct {
		enum outcome v[3];
		size_t n;
		enum outcome want;
	} t[] = {
		{{OUT_FAIL}, 1, OUT_FAIL},
		{{OUT_FAIL, OUT_FAIL}, 2, OUT_FAIL},
		{{OUT_CRASH, OUT_CRASH, OUT_CRASH}, 3, OUT_CRASH},
		{{OUT_FAIL, OUT_PASS}, 2, OUT_FLAKY},
		{{OUT_FAIL, OUT_FAIL, OUT_PASS}, 3, OUT_FLAKY},
		{{OUT_FAIL, OUT_XFAIL}, 2, OUT_FLAKY},
		{{OUT_FAIL, OUT_CRASH}, 2, OUT_FLAKY},
		{{OUT_TIMEOUT, OUT_FAIL}, 2, OUT_FLAKY},
		{{OUT_XPASS, OUT_XFAIL}, 2, OUT_FLAKY},
		{{OUT_BROKEN, OUT_PASS}, 2, OUT_FLAKY},
		{{OUT_BROKEN, OUT_BROKEN}, 2, OUT_BROKEN},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct result all[3], r;

		for (size_t k = 0; k < t[i].n; k++)
			all[k] = of(t[i].v[k]);
		retry_settle(&a, &r, all, t[i].n);
		UNIT_CHECK(r.outcome == t[i].want && r.happened == t[i].want, "row %zu: %s", i,
			   outcome_name(r.outcome));
		UNIT_CHECK(r.unexpected && r.attempts == t[i].n && !r.tries == (t[i].n == 1),
			   "row %zu: %u attempts", i, r.attempts);
		for (size_t k = 0; r.tries && k < t[i].n; k++)
			CU_ASSERT_EQUAL(r.tries[k].outcome, t[i].v[k]);
		arena_free(&a);
	}
}

static void
test_words(void)
{
	struct result all[] = {of(OUT_FAIL), of(OUT_FAIL), of(OUT_PASS)}, r;
	struct arena a = {0};

	retry_settle(&a, &r, all, 3);
	row_text(__FILE__, __LINE__, r.reason, "FAIL at attempt 1 (because), PASS at attempt 3");
	row_text(__FILE__, __LINE__, r.cause,
		 "not the same twice: FAIL, then PASS; at first a cause");
	row_contains(__FILE__, __LINE__, r.diff, "\n-! ImportError\n+= <module \"x\">\n");
	row_text(__FILE__, __LINE__, r.got, all[0].got);
	retry_settle(&a, &r, all, 2);
	row_text(__FILE__, __LINE__, r.reason, all[0].reason);
	row_text(__FILE__, __LINE__, r.cause, "a cause");
	CU_ASSERT_PTR_NULL(r.diff);
	arena_free(&a);
}

static void
test_near(void)
{
	struct result r[] = {of(OUT_PASS), of(OUT_FAIL), of(OUT_TIMEOUT)};
	const struct result *all[] = {&r[0], &r[1], &r[2]};
	struct arena a = {0};

	for (size_t i = 0; i < LENGTH(r); i++)
		r[i].cs = &cases[i];
	r[0].deadline = 10;
	r[0].seconds = 5;
	r[1].deadline = 2;
	r[1].seconds = 1;
	r[2].deadline = 1;
	r[2].seconds = 1.002; /* past it: that is an outcome */
	CU_ASSERT_PTR_NULL(retry_near(&a, all, 3));
	r[0].seconds = 5.5;
	row_text(__FILE__, __LINE__, retry_near(&a, all, 3),
		 "1 case used over half of its time: a/one 5.50 of 10 s");
	r[1].seconds = 1.5;
	row_text(__FILE__, __LINE__, retry_near(&a, all, 3),
		 "2 cases used over half of their time: a/two 1.50 of 2 s, a/one 5.50 of 10 s");
	r[0].deadline = r[1].deadline = 0;
	CU_ASSERT_PTR_NULL(retry_near(&a, all, 3));
	arena_free(&a);
}

void
unit_retry(void)
{
	static const struct row_test tests[] = {
		{"what becomes of attempts", test_settle},
		{"what is said of them", test_words},
		{"near a deadline", test_near},
	};

	rows_suite("retry", tests, LENGTH(tests));
}
