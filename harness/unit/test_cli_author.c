/* Tests the options for authors of cases: --bless, --list, --show. */
#include <CUnit/CUnit.h>
#include <string.h>

#include "cli_support.h"
#include "rows.h"
#include "units.h"

static const struct {
	const char *id, *header, *commands, *expected;
	const char *says; /* why the file is not changed; NULL: it is */
} blessings[] = {
	{"a/wrong", "", "import x\n", "> import x\n= 1\n", NULL},
	{"a/right", "", "import x\n", "> import x\n= <module \"x\">\n", NULL},
	{"a/dead", "", "import evil_crash\n", "> import evil_crash\n= 1\n",
	 ": a death is expected only where an author writes it down"},
	{"a/silent", "", "import evil_exit0\n", "> import evil_exit0\n= 1\n",
	 "not blessed: a/silent: it was not carried out: ended without the end mark"},
	{"a/listed", "", "import x\n", "> import x\n= 2\n",
	 "fake.known:1 lists it as known (a bug)"},
	{"a/mended", "", "import x\n", "> import x\n= <module \"x\">\n",
	 "fake.known:2 lists it as known (was a bug)"},
	{"a/worse", "", "import x\n", "> import x\n= 3\n",
	 "fake.known:3 lists it as known (words)"},
	{"a/guarded", "", "import x\n", "> import x\n@if py<3.12\n= 4\n@end\n",
	 "a/guarded.out:2: '@if py<3.12' is there: it is not clear to which branch '= <module "
	 "\"x\">' belongs"},
	{"a/old", "requires: py<3.8\n", "import x\n", "> import x\n= 5\n",
	 "not blessed: a/old: it was not run: requires py<3.8"},
};

static const char *
expected_of(struct cli *c, const char *id)
{
	struct buf text = {0};
	const char *copy;

	file_read(arena_printf(&c->mem, "%s/expected/%s.out", c->root, id), &text);
	copy = arena_strdup(&c->mem, buf_str(&text));
	buf_free(&text);
	return copy;
}

static void
test_bless(void)
{
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	for (size_t i = 0; i < LENGTH(blessings); i++)
		cli_case(&c, blessings[i].id, blessings[i].header, blessings[i].commands,
			 blessings[i].expected);
	cli_write(&c, "expected/known/fake.known",
		  "fail a/listed -- a bug\nfail a/mended -- was a bug\ndetail a/worse -- words\n");
	ran = cli_run(&c, "%s --bless", cli_fake(&c));
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	for (size_t i = 0; i < LENGTH(blessings); i++) {
		const char *after = expected_of(&c, blessings[i].id);

		if (blessings[i].says)
			row_contains(__FILE__, __LINE__, ran.text, blessings[i].says);
		row_text(__FILE__, __LINE__, after,
			 i ? blessings[i].expected : "> import x\n= <module \"x\">\n");
	}
	row_contains(__FILE__, __LINE__, ran.text, "blessed 1, left 7; 1 right already\n");
	ran = cli_run(&c, "%s --bless a/right a/old", cli_fake(&c));
	CU_ASSERT_EQUAL(ran.exit_code, 0);
	row_contains(__FILE__, __LINE__, ran.text, "blessed 0, left 1; 1 right already\n");
	cli_close(&c);
}

/* --list starts no loader unless one is named */
static void
test_list(void)
{
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	cli_import(&c, "a/plain", "x");
	cli_case(&c, "a/old", "requires: py<3.8\n", "import x\n", "> import x\n");
	cli_import(&c, "b/listed", "x");
	cli_write(&c, "expected/known/fake.known", "skip b/* -- hangs\n");
	ran = cli_run(&c, "--list");
	CU_ASSERT_EQUAL(ran.exit_code, 0);
	row_contains(__FILE__, __LINE__, ran.text, "# a: 2 cases\na/old ");
	row_contains(__FILE__, __LINE__, ran.text, "# b: 1 case\nb/listed ");
	row_contains(__FILE__, __LINE__, ran.text, "\n# 3 cases in 2 areas\n");
	ran = cli_run(&c, "%s -l", cli_fake(&c));
	CU_ASSERT_EQUAL(ran.exit_code, 0);
	row_contains(__FILE__, __LINE__, ran.text, "made up  -- skip: requires py<3.8\n");
	row_contains(__FILE__, __LINE__, ran.text, "made up  -- skip: hangs (");
	row_contains(__FILE__, __LINE__, ran.text, "\n# 3 cases in 2 areas, 2 skipped\n");
	CU_ASSERT_EQUAL(cli_run(&c, "--loader /bin/true -l").exit_code, 2);
	CU_ASSERT_EQUAL(cli_run(&c, "%s %s -l", cli_fake(&c), cli_fake(&c)).exit_code, 2);
	cli_close(&c);
}

static void
shown_suite(struct cli *c)
{
	char lines[100] = {0};

	memset(lines, '\n', sizeof(lines) - 1);
	cli_open(c);
	cli_case(c, "a/plain", "", "import x\n",
		 "> import x\n@if py>=3.12\n= 7\n@else\n= 8\n@end\n");
	cli_case(c, "a/old", "requires: py<3.8\n", "import many\n", "> import many\n");
	cli_write(c, "fixtures-src/a/x.c", "/* fixture: needs=many$EXT */\nint short_one;\n");
	cli_write(c, "fixtures-src/a/many.c",
		  "/* fixture: names=many,more\n * check=exports:f */\nint f;%s", lines);
	cli_write(c, "expected/known/fake.known", "detail a/plain -- a bug\n");
}

/* --show prints text, fixtures and expectation; before the first run there is no last result */
static void
test_show(void)
{
	static const char *const says[] = {
		"== a/plain\ncase: ",
		"cases/a/plain.case\n    summary: made up\n    spec: PEP 489, Export Hook Name\n",
		("fixtures-src/a/many.c\n    makes $FIX/a/many$EXT (not built yet, or changed"
		 " since)\n"
		"    makes $FIX/a/more$EXT (not built yet, or changed since)\n"
		"    fixture: names=many names=more check=exports:f\n    101 lines, not shown"),
		"fixtures-src/a/x.c\n    makes $FIX/a/x$EXT (not built yet, or changed since)\n\n"
		"    /* fixture: needs=many$EXT */\n    int short_one;\n",
		"known under this loader: detail, a bug (",
		"expected of fake-1.0: ",
		"a/plain.out\n    > import x\n    = 7\n\n",
		"mutants: the case has no key 'mutant'\n",
		"got last: it was not run yet with loader ",
		"$EXT is .fake\n",
	};
	struct cli c;
	struct cli_ran ran;

	shown_suite(&c);
	ran = cli_run(&c, "%s --show a/plain", cli_native(&c));
	CU_ASSERT_EQUAL(ran.exit_code, 0);
	for (size_t i = 0; i < LENGTH(says); i++)
		row_contains(__FILE__, __LINE__, ran.text, says[i]);
	CU_ASSERT_PTR_NULL(strstr(ran.text, "a/old"));
	ran = cli_run(&c, "%s --show a/o* a/plain", cli_native(&c));
	row_contains(__FILE__, __LINE__, ran.text, "skipped under this loader: requires py<3.8\n");
	row_contains(__FILE__, __LINE__, ran.text, "\n== a/plain\n");
	CU_ASSERT_EQUAL(cli_run(&c, "%s --show", cli_native(&c)).exit_code, 2);
	CU_ASSERT_EQUAL(cli_run(&c, "%s --show nosuch", cli_native(&c)).exit_code, 2);
	CU_ASSERT_EQUAL(cli_run(&c, "--loader /bin/true --show a/plain").exit_code, 2);
	cli_close(&c);
}

/* --show prints the last result of this case, loader and level, also after other runs */
static void
test_show_last(void)
{
	struct cli c;
	struct cli_ran ran;

	shown_suite(&c);
	cli_import(&c, "a/good", "good");
	cli_run(&c, "%s", cli_native(&c));
	cli_run(&c, "%s a/good", cli_native(&c));
	cli_run(&c, "%s --level detail a/good", cli_native(&c));
	ran = cli_run(&c, "%s --show a/plain a/good", cli_native(&c));
	row_contains(__FILE__, __LINE__, ran.text, "got last: FAIL on 20");
	row_contains(__FILE__, __LINE__, ran.text,
		     "  reason:\n    expected = 7, got = <module \"x\">\n"
		     "  transcript:\n    > import x\n    = <module \"x\">\n");
	row_contains(__FILE__, __LINE__, ran.text, "got last: PASS on 20");
	ran = cli_run(&c, "%s --level detail --show a/plain", cli_native(&c));
	row_contains(__FILE__, __LINE__, ran.text, "got last: it was not run yet with loader ");
	cli_close(&c);
}

/* a case of the project's own, and the mutants that it names */
static void
test_show_own(void)
{
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	ran = cli_run_own(&c, "%s --show singlephase-failure/result-none", cli_fake(&c));
	CU_ASSERT_EQUAL(ran.exit_code, 0);
	row_contains(__FILE__, __LINE__, ran.text,
		     "\nmutants, in harness/reference/mutants or harness/reference/around:\n");
	row_contains(__FILE__, __LINE__, ran.text,
		     "    any-object-accepted: any object that an init function returns becomes "
		     "the module\n");
	ran = cli_run_own(&c, "%s --show adapter/echo", cli_fake(&c));
	row_contains(__FILE__, __LINE__, ran.text, "\nmutants: none, it tests the adapter");
	cli_close(&c);
}

void
unit_cli_author(void)
{
	static const struct row_test tests[] = {
		{"--bless", test_bless},
		{"--list", test_list},
		{"--show", test_show},
		{"--show, what it got last", test_show_last},
		{"--show, its mutants", test_show_own},
	};

	rows_suite("cli author", tests, LENGTH(tests));
}
