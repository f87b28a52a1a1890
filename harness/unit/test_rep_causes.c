#include <CUnit/CUnit.h>
#include <string.h>

#include "format/casefile.h"
#include "report/rep_causes.h"
#include "report/rep_hints.h"
#include "rows.h"
#include "base/text.h"
#include "units.h"
#include "base/util.h"
#include "run/verdict.h"

#define E "\xc3\xa9" /* a character of two bytes */

enum { MANY = 100 };

static const struct rep_view view = {.width = 40};

/* results of made-up cases, and pointers to them as reporters get them */
struct made {
	struct casefile cases[MANY];
	struct result results[MANY];
	const struct result *all[MANY];
	size_t n;
};

static void
make(struct made *m, struct arena *a, const char *area, enum outcome outcome, const char *cause)
{
	struct casefile *cs = &m->cases[m->n];
	struct result *res = &m->results[m->n];

	cs->area = area;
	cs->id = arena_printf(a, "%s/c%02zu", area, m->n);
	cs->path = "p";
	*res = (struct result){.cs = cs, .outcome = outcome, .cause = cause, .unexpected = cause,
			       .executed = outcome != OUT_SKIP, .got = "a long one"};
	m->all[m->n++] = res;
}

static void
test_groups(void)
{
	struct arena a = {0};
	struct made m = {0};
	struct rep_causes causes;

	make(&m, &a, "b", OUT_FAIL, "often");
	make(&m, &a, "b", OUT_PASS, NULL);
	make(&m, &a, "b", OUT_FAIL, "twice");
	make(&m, &a, "a", OUT_FAIL, "often");
	make(&m, &a, "a", OUT_FAIL, "once, but later");
	make(&m, &a, "a", OUT_BROKEN, "x");
	make(&m, &a, "a", OUT_CRASH, "often");
	make(&m, &a, "a", OUT_FAIL, "twice");
	m.results[5].cause = NULL; /* a reporter may get results without a cause */
	m.results[5].reason = "cannot be run";
	m.results[0].got = "short";
	m.results[2].got = NULL;
	rep_causes_group(&causes, m.all, m.n);
	CU_ASSERT_EQUAL_FATAL(causes.n, 4);
	row_text(__FILE__, __LINE__, causes.v[0].text, "once, but later");
	row_text(__FILE__, __LINE__, causes.v[1].text, "cannot be run");
	row_text(__FILE__, __LINE__, causes.v[2].text, "twice");
	row_text(__FILE__, __LINE__, causes.v[3].text, "often");
	CU_ASSERT_EQUAL(causes.v[3].n, 3);
	row_text(__FILE__, __LINE__, causes.v[3].results[0]->cs->id, "a/c03");
	row_text(__FILE__, __LINE__, causes.v[3].results[2]->cs->id, "b/c00");
	row_text(__FILE__, __LINE__, causes.v[3].shown->cs->id, "b/c00");
	row_text(__FILE__, __LINE__, causes.v[2].shown->cs->id, "a/c07");
	rep_causes_free(&causes);
	rep_causes_group(&causes, m.all, 0);
	CU_ASSERT_EQUAL(causes.n, 0);
	rep_causes_free(&causes);
	arena_free(&a);
}

/* the output for n results of one cause; those from index 50 on are in another area */
static void
more(struct buf *b, size_t n)
{
	struct arena a = {0};
	struct made m = {0};
	struct rep_causes causes;

	for (size_t i = 0; i < n; i++)
		make(&m, &a, i < 50 ? "a" : "b", OUT_FAIL, "c");
	rep_causes_group(&causes, m.all, m.n);
	rep_cause_more(b, &causes.v[0], "  ", view.width);
	rep_causes_free(&causes);
	arena_free(&a);
}

static void
test_more(void)
{
	static const struct {
		size_t n;
		const char *text;
	} rows[] = {
		{1, ""},
		{2, "  and 1 more:\n    a/c01\n"},
		{8, "  and 7 more:\n    a/c01 a/c02 a/c03 a/c04 a/c05 a/c06\n    a/c07\n"},
		{62, "  and 61 more:\n    49 in a, 12 in b\n"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct buf b = {0};

		more(&b, rows[i].n);
		row_text(__FILE__, __LINE__, buf_str(&b), rows[i].text);
		buf_free(&b);
	}
}

static void
test_index(void)
{
	struct arena a = {0};
	struct made m = {0};
	struct rep_causes causes;
	struct buf b = {0};

	for (size_t i = 0; i < 15; i++)
		make(&m, &a, "a", OUT_FAIL, arena_printf(&a, "cause %zu " E E E E E E E, i));
	make(&m, &a, "a", OUT_FAIL, "cause 7 " E E E E E E E);
	rep_causes_group(&causes, m.all, m.n);
	rep_cause_index(&b, &causes, &(struct rep_view){.width = 32});
	row_contains(__FILE__, __LINE__, b.p, "     3  more results of 3 other causes\n");
	/* cut between characters, before the last column */
	row_contains(__FILE__, __LINE__, b.p, "\n     1  a/c14: cause 14 " E E "...\n");
	row_contains(__FILE__, __LINE__, b.p, "\n     2  cause 7 " E E E E E E E "\n");
	row_check(__FILE__, __LINE__, text_ends(b.p, "\xa9\n"), "what explains most is last");
	buf_free(&b);
	rep_causes_free(&causes);
	arena_free(&a);
}

static void
test_areas(void)
{
	struct arena a = {0};
	struct made m = {0};
	struct buf b = {0};

	make(&m, &a, "hook", OUT_FAIL, "c");
	make(&m, &a, "a", OUT_SKIP, NULL);
	make(&m, &a, "hook", OUT_PASS, NULL);
	make(&m, &a, "hook", OUT_DETAIL, NULL);
	make(&m, &a, "hook", OUT_DETAIL, "c");
	make(&m, &a, "hook", OUT_XFAIL, NULL);
	rep_areas(&b, m.all, m.n, &view);
	row_text(__FILE__, __LINE__, buf_str(&b), "by area: executed, passed, unexpected, skipped\n"
		 "  a       0    0    0    1\n  hook    5    2    2    0\n");
	buf_clear(&b);
	rep_areas(&b, m.all, m.n, &(struct rep_view){.width = 80});
	row_contains(__FILE__, __LINE__, b.p,
		     "\n  a       0    0    0    1    hook    5    2    2    0\n");
	buf_free(&b);
	arena_free(&a);
}

/* each hint appears at its share of the unexpected results, and not below */
static void
test_hints(void)
{
	static const struct {
		const char *got, *reason, *log;
		size_t hits, misses; /* unexpected results with the cause, and without it */
		const char *hint;    /* or NULL */
	} rows[] = {
		{"> a\n! ImportError\n~ message \"$FIX/a: undefined symbol: PyList_New\"\n", NULL,
		 NULL, 3, 9, "hint: libpython's symbols are not visible"},
		{"~ message \"/x: undefined symbol: _PyArg_Parse\"", NULL, NULL, 3, 9,
		 "RTLD_LOCAL"},
		{"~ message \"Error relocating $FIX/a: PyList_New: symbol not found\"", NULL, NULL,
		 3, 0, "RTLD_LOCAL"},
		{"~ message \"$FIX/a: undefined symbol: PyList_New\"", NULL, NULL, 3, 10, NULL},
		{"~ message \"$FIX/a: undefined symbol: PyList_New\"", NULL, NULL, 2, 0, NULL},
		{"~ message \"$FIX/a: undefined symbol: nosuch\"", NULL, NULL, 9, 0, NULL},
		{NULL, "cannot make its folder /x: Permission denied", NULL, 3, 0, "build/run"},
		{"~ message \"[Errno 13] Permission denied: '$TMP/x'\"", NULL, NULL, 3, 27,
		 "build/run"},
		{"~ message \"[Errno 13] Permission denied: '/etc/x'\"", NULL, NULL, 3, 0, NULL},
		{"~ message \"$FIX/a: wrong ELF class: ELFCLASS32\"", NULL, NULL, 3, 3,
		 "another machine"},
		{"~ message \"$FIX/a: invalid ELF header\"", NULL, NULL, 3, 3, "another machine"},
		{"~ message \"$FIX/a: cannot open shared object file: Exec format error\"", NULL,
		 NULL, 3, 3, "another machine"},
		{"~ message \"$FIX/a: wrong ELF class: ELFCLASS32\"", NULL, NULL, 3, 4, NULL},
		{"> import x\n! ModuleNotFoundError\n", NULL, NULL, 4, 4,
		 "no import finds its file"},
		{"> import x\n! ModuleNotFoundError\n", NULL, NULL, 4, 5, NULL},
		{"> import x", NULL, "a\nTraceback (most recent call last):\nb\n", 3, 3,
		 "the plug-in raises"},
		{"> import x", NULL, "a\nTraceback (most recent call last):\nb\n", 3, 4, NULL},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena a = {0};
		struct made m = {0};
		struct buf b = {0};

		for (size_t k = 0; k < rows[i].hits + rows[i].misses; k++)
			make(&m, &a, "a", OUT_FAIL, "c");
		for (size_t k = 0; k < rows[i].hits; k++) {
			m.results[k].got = rows[i].got;
			m.results[k].reason = rows[i].reason;
			m.results[k].log = rows[i].log;
		}
		make(&m, &a, "a", OUT_PASS, NULL);
		m.results[m.n - 1].got = rows[i].got;
		CU_ASSERT_EQUAL(rep_hints(&b, m.all, m.n), rows[i].hint != NULL);
		row_contains(__FILE__, __LINE__, buf_str(&b), rows[i].hint ? rows[i].hint : "");
		buf_free(&b);
		arena_free(&a);
	}
}

void
unit_rep_causes(void)
{
	static const struct row_test tests[] = {
		{"groups", test_groups}, {"and more", test_more}, {"index", test_index},
		{"areas", test_areas},   {"hints", test_hints},
	};

	rows_suite("rep_causes", tests, LENGTH(tests));
}
