#include "run/cunit_bridge.h"

#include <CUnit/CUnit.h>
#include <CUnit/TestDB.h>
#include <CUnit/TestRun.h>
#include <stdlib.h>
#include <string.h>

#include "format/casefile.h"
#include "base/util.h"
#include "run/verdict.h"

struct entry {
	CU_pTest test;
	size_t index;
};

/* CUnit passes no argument to a test, so that the running bridge must be a global variable */
static struct bridge {
	const struct bridge_ops *ops;
	void *ctx;
	const struct casefile *const *cases;
	struct entry *entries; /* sorted by test */
	size_t n;
} bridge;

static int
by_test(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return x->test < y->test ? -1 : x->test > y->test;
}

static void
test_case(void)
{
	struct entry key = {CU_get_current_test(), 0};
	const struct entry *found =
		bsearch(&key, bridge.entries, bridge.n, sizeof(*bridge.entries), by_test);
	const struct result *r = found ? bridge.ops->wait(bridge.ctx, found->index) : NULL;
	struct buf text = {0};

	if (!r)
		return;
	buf_printf(&text, "%s %s: %s\n%s", outcome_name(r->outcome), r->cs->id,
		   r->reason ? r->reason : "", r->diff ? r->diff : "");
	CU_assertImplementation(!r->unexpected, (unsigned)(r->line > 0 ? r->line : 1),
				buf_str(&text), r->cs->path, "", CU_FALSE);
	buf_free(&text);
}

/* the suite of an area, made for its first case */
static CU_pSuite
area_suite(const char *area)
{
	CU_pSuite suite = CU_get_suite(area);

	return suite ? suite : CU_add_suite(area, NULL, NULL);
}

static int
register_cases(void)
{
	for (size_t i = 0; i < bridge.n; i++) {
		const struct casefile *c = bridge.cases[i];
		CU_pSuite suite = area_suite(c->area);
		CU_pTest test = suite ? CU_add_test(suite, c->name, test_case) : NULL;

		/* CUnit registers a duplicate name too: only CU_get_error() shows it */
		if (!test || CU_get_error() != CUE_SUCCESS) {
			warn("CUnit cannot register %s: %s", c->id, CU_get_error_msg());
			return -1;
		}
		bridge.entries[i] = (struct entry){test, i};
	}
	if (bridge.n)
		qsort(bridge.entries, bridge.n, sizeof(*bridge.entries), by_test);
	return 0;
}

int
bridge_run(const struct bridge_ops *ops, void *ctx, const struct casefile *const *cases, size_t n)
{
	int failed = -1;

	bridge = (struct bridge){ops, ctx, cases, xcalloc(n, sizeof(struct entry)), n};
	if (CU_initialize_registry() != CUE_SUCCESS) {
		warn("CUnit cannot start: %s", CU_get_error_msg());
	} else if (!register_cases()) {
		CU_set_fail_on_inactive(CU_FALSE);
		CU_set_error_action(CUEA_IGNORE);
		CU_run_all_tests();
		failed = (int)CU_get_number_of_tests_failed();
	}
	CU_cleanup_registry();
	free(bridge.entries);
	bridge.entries = NULL;
	return failed;
}
