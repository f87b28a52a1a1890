/* Tests the file of failed cases, and --failed on made-up suites. */
#include <CUnit/CUnit.h>
#include <string.h>

#include "cli_support.h"
#include "run/failed.h"
#include "rows.h"
#include "units.h"

static const struct failed_key key = {"/s", "python3 -X dev", "/p/my.so", "cpython", "detail"};
static const char text[] =
	"# what failed when it was last run, for --failed\n"
	"# suite: /s\n"
	"# loader: python3 -X dev\n"
	"# plug-in: /p/my.so\n"
	"# target: cpython\n"
	"# level: detail\n"
	"# last run: 2026-01-31 12:00:00, cases executed: 659\n"
	"hook/a  2026-01-31 12:00:00\n"
	"hook/b-c  2026-01-30 11:00:00\n";

static void
test_file(void)
{
	struct arena a = {0};
	struct failed f;
	struct buf b = {0};

	row_check(__FILE__, __LINE__, !failed_parse(&a, &f, &key, text, strlen(text)), "parsed");
	row_text(__FILE__, __LINE__, f.when, "2026-01-31 12:00:00");
	row_check(__FILE__, __LINE__, f.executed == 659 && f.n == 2, "numbers");
	row_text(__FILE__, __LINE__, failed_when(&f, "hook/b-c"), "2026-01-30 11:00:00");
	row_text(__FILE__, __LINE__, failed_when(&f, "hook/b"), NULL);
	failed_format(&b, &key, &f);
	row_text(__FILE__, __LINE__, buf_str(&b), text);
	buf_free(&b);
	arena_free(&a);
}

/* each part of the key gives another file name and another text in the file */
static void
test_keys(void)
{
	static const struct {
		int line;
		struct failed_key key;
	} t[] = {
		{__LINE__, {"/t", "python3 -X dev", "/p/my.so", "cpython", "detail"}},
		{__LINE__, {"/s", "python3", "/p/my.so", "cpython", "detail"}},
		{__LINE__, {"/s", "python3 -X dev", "/p/your.so", "cpython", "detail"}},
		{__LINE__, {"/s", "python3 -X dev", NULL, "cpython", "detail"}},
		{__LINE__, {"/s", "python3 -X dev", "/p/my.so", "pypy", "detail"}},
		{__LINE__, {"/s", "python3 -X dev", "/p/my.so", "cpython", "required"}},
	};
	struct arena a = {0};
	struct failed f;

	for (size_t i = 0; i < LENGTH(t); i++) {
		row_check(__FILE__, t[i].line,
			  strcmp(failed_name(&a, "failed", &key),
				 failed_name(&a, "failed", &t[i].key)), "name");
		row_check(__FILE__, t[i].line,
			  failed_parse(&a, &f, &t[i].key, text, strlen(text)) == 1, "content");
	}
	arena_free(&a);
}

/* a wrong file gives an error with its line */
static void
test_wrong(void)
{
	static const struct {
		int line;
		const char *behind; /* added to the end of text */
		size_t len, wrong;
	} t[] = {
		{__LINE__, "", 0, 0},
		{__LINE__, "hook/d  2026-01-30 11:00:00", 27, 0},
		{__LINE__, "hook/d\n", 7, 10},
		{__LINE__, "\n", 1, 10},
		{__LINE__, "hook/\001d  2026-01-30 11:00:00\n", 29, 10},
		{__LINE__, "hook/d  2026-01-30 11:00:00\001\n", 29, 10},
		{__LINE__, "hook/\xff  2026-01-30 11:00:00\n", 28, 10},
		{__LINE__, "hook/d  2026-01-30 11:00:00\n\0", 29, 11},
		{__LINE__, "hook/d  2026-01-30 11:00:00\0x\n", 30, 10},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct buf b = {0};
		struct failed f;

		buf_puts(&b, text);
		buf_add(&b, t[i].behind, t[i].len);
		row_check(__FILE__, t[i].line,
			  failed_parse(&a, &f, &key, b.p, b.len) == t[i].wrong, "line");
		buf_free(&b);
		arena_free(&a);
	}
}

static void
mutate(const char *bytes, size_t len)
{
	struct arena a = {0};
	struct failed f;

	if (!failed_parse(&a, &f, &key, bytes, len))
		failed_when(&f, "hook/a");
	arena_free(&a);
}

static void
test_mutate(void)
{
	rows_mutate(text, false, mutate);
}

static struct cli_ran
run_fake(struct cli *c, const char *words)
{
	return cli_run(c, "%s %s", cli_fake(c), words);
}

/* two cases that fail, two that pass */
static void
failing_suite(struct cli *c)
{
	cli_open(c);
	cli_case(c, "a/bad-1", "", "import x\n", "> import x\n= null\n");
	cli_case(c, "a/bad-2", "", "import x\n", "> import x\n= null\n");
	cli_import(c, "a/good-1", "good");
	cli_import(c, "a/good-2", "good");
}

static void
mend(struct cli *c, const char *id)
{
	cli_write(c, arena_printf(&c->mem, "expected/%s.out", id),
		  "> import x\n= <module \"x\">\n");
}

static void
test_failed_again(void)
{
	struct cli c;
	struct cli_ran ran;

	failing_suite(&c);
	mend(&c, "a/bad-2");
	run_fake(&c, "");
	ran = run_fake(&c, "--failed -v");
	CU_ASSERT_EQUAL(ran.exit_code, 1);
	CU_ASSERT_PTR_NOT_NULL(strstr(ran.text, "a/bad-1"));
	CU_ASSERT_PTR_NULL(strstr(ran.text, "a/good-1"));
	UNIT_CHECK(strstr(ran.text, "--failed: 1 case failed; the last run was on 20") &&
			   strstr(ran.text, ", of 4 cases, with loader "),
		   "does not say of which run it speaks: %s", ran.text);
	CU_ASSERT_PTR_NOT_NULL(strstr(run_fake(&c, "--failed --list").text, "a/bad-1"));
	mend(&c, "a/bad-1");
	CU_ASSERT_EQUAL(run_fake(&c, "--failed").exit_code, 0);
	ran = run_fake(&c, "--failed");
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	CU_ASSERT_PTR_NOT_NULL(strstr(ran.text, "no chosen case failed when it was last run"));
	cli_close(&c);
}

/* each loader, level and root has its own file, also within one command */
static void
test_apart(void)
{
	struct cli c;
	struct cli_ran ran;

	failing_suite(&c);
	ran = run_fake(&c, "--failed");
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	UNIT_CHECK(strstr(ran.text, "there was no such run yet: loader "), "said %s",
		   ran.text);
	run_fake(&c, "");
	ran = run_fake(&c, "--failed --level detail");
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	CU_ASSERT_PTR_NOT_NULL(strstr(ran.text, "level detail"));
	CU_ASSERT_EQUAL(cli_run(&c, "%s+x --failed", cli_fake(&c)).exit_code, 2);
	CU_ASSERT_EQUAL(cli_run(&c, "%s --env A=1 --failed", cli_fake(&c)).exit_code, 2);
	mend(&c, "a/bad-2");
	cli_run(&c, "%s+x", cli_fake(&c));
	ran = cli_run(&c, "%s %s+x --failed -v", cli_fake(&c), cli_fake(&c));
	CU_ASSERT_EQUAL(ran.exit_code, 1);
	UNIT_CHECK(strstr(ran.text, "2 planned, 2 executed") &&
			   strstr(ran.text, "1 planned, 1 executed"),
		   "not two of one and one of the other: %s", ran.text);
	UNIT_CHECK(strstr(ran.text, "fail     fail    \n") &&
			   strstr(ran.text, "pass     -       \n"),
		   "not so in the matrix: %s", ran.text);
	cli_close(&c);
}

/* a failed case that a run did not reach still counts as failed */
static void
test_partial(void)
{
	struct cli c;
	struct cli_ran ran;

	failing_suite(&c);
	run_fake(&c, "");
	mend(&c, "a/bad-2");
	ran = run_fake(&c, "-x -j1");
	CU_ASSERT_PTR_NOT_NULL(strstr(ran.text, "INCOMPLETE"));
	ran = run_fake(&c, "--failed --list");
	CU_ASSERT_TRUE(strstr(ran.text, "a/bad-1") && strstr(ran.text, "a/bad-2"));
	mend(&c, "a/bad-1");
	CU_ASSERT_EQUAL(run_fake(&c, "a/bad-1").exit_code, 0);
	ran = run_fake(&c, "--failed --list");
	CU_ASSERT_TRUE(!strstr(ran.text, "a/bad-1") && strstr(ran.text, "a/bad-2"));
	CU_ASSERT_EQUAL(run_fake(&c, "--failed").exit_code, 0);
	CU_ASSERT_EQUAL(run_fake(&c, "--failed").exit_code, 2);
	cli_close(&c);
}

void
unit_failed(void)
{
	CU_pSuite s = CU_add_suite("failed", NULL, NULL);

	CU_add_test(s, "the file", test_file);
	CU_add_test(s, "the key of a file", test_keys);
	CU_add_test(s, "a wrong file", test_wrong);
	CU_add_test(s, "mutated", test_mutate);
	CU_add_test(s, "--failed", test_failed_again);
	CU_add_test(s, "each loader has its own file", test_apart);
	CU_add_test(s, "after a run of some cases", test_partial);
}
