/* Tests the output of a run with many unexpected results: causes, hints, tables, level. */
#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "cli_support.h"
#include "rows.h"
#include "base/text.h"
#include "units.h"

/* most lines for an unexpected result of a loader that has many; lines of the last screen */
enum { LINES_EACH = 5, SCREEN = 24 };

/* the last lines of text */
static const char *
tail(const char *text, size_t lines)
{
	const char *p = text + strlen(text);

	while (p > text && lines)
		lines -= *--p == '\n' && p[1];
	return p > text ? p + 1 : p;
}

/* a suite of three failures with two causes */
static void
small_suite(struct cli *c)
{
	cli_open(c);
	cli_case(c, "a/one", "", "import x\nimport y\n",
		 "> import x\n= null\n> import y\n= <module \"y\">\n");
	cli_case(c, "a/three", "", "loaded? x\n", "> loaded? x\n= null\n");
	cli_case(c, "a/two", "", "import y\n", "> import y\n= null\n");
	cli_import(c, "a/good", "z");
}

static void
test_blocks(void)
{
	struct cli c;
	struct cli_ran ran;

	small_suite(&c);
	ran = cli_run(&c, "%s", cli_fake(&c));
	CU_ASSERT_EQUAL(ran.exit_code, 1);
	row_contains(__FILE__, __LINE__, ran.text,
		     "\n2 results: expected = null, got = <module \"NAME\">\nFAIL    a/two\n");
	row_contains(__FILE__, __LINE__, ran.text, "\n  and 1 more:\n    a/one\n\nby area: ");
	row_contains(__FILE__, __LINE__, ran.text, "\n  a    4    1    3    0\n");
	row_check(__FILE__, __LINE__,
		  strstr(ran.text, "FAIL    a/three\n") < strstr(ran.text, "2 results: "),
		  "what explains most is last");
	CU_ASSERT_EQUAL(row_count(ran.text, "  case: "), 2);
	cli_close(&c);
}

/* the options that change the console's output */
static void
test_options(void)
{
	static const struct {
		const char *options, *shows, *hides;
	} rows[] = {
		{"-q", "2 results: expected = null", "by area"},
		{"-v", "PASS    a/good", NULL},
		{"-x -j1", "INCOMPLETE: -x: stopped after the first unexpected result",
		 "results: "},
		{"--repeat 2", "and 1 more:", NULL},
		{"-o github", "title=FAIL a/two and 1 more%3A expected = null", "by area"},
	};
	struct cli c;

	small_suite(&c);
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct cli_ran ran = cli_run(&c, "%s %s", cli_fake(&c), rows[i].options);

		CU_ASSERT_EQUAL(ran.exit_code, 1);
		row_contains(__FILE__, __LINE__, ran.text, rows[i].shows);
		row_check(__FILE__, __LINE__, !rows[i].hides || !strstr(ran.text, rows[i].hides),
			  ran.text);
	}
	cli_close(&c);
}

static void
test_json(void)
{
	struct cli c;
	json_t *report, *causes, *last;
	size_t i;

	small_suite(&c);
	cli_run(&c, "-q %s -o json:%s/report.json", cli_fake(&c), c.root);
	report = cli_report(&c);
	causes = json_object_get(report, "causes");
	CU_ASSERT_EQUAL(json_array_size(causes), 2);
	CU_ASSERT_EQUAL(json_integer_value(json_object_get(json_array_get(causes, 0), "results")),
			2);
	json_array_foreach(json_object_get(report, "results"), i, last)
		CU_ASSERT_EQUAL(json_is_null(json_object_get(last, "cause")),
				!json_is_true(json_object_get(last, "unexpected")));
	json_decref(report);
	cli_close(&c);
}

/* a mistake in a plug-in is one cause with its traceback, and does not end the run early */
static void
test_slip(void)
{
	struct cli c;
	struct cli_ran ran;
	json_t *report;

	cli_open(&c);
	cli_write(&c, "slip.py",
		  "import _imp\nown_create, own_exec = _imp.create_dynamic, _imp.exec_dynamic\n\n\n"
		  "def create_dynamic(spec, file=None):\n    return own_create(spec, fiel)\n\n\n"
		  "def exec_dynamic(module):\n    return own_exec(module)\n");
	ran = cli_run_own(&c, "--plugin %s/slip.py -o json:%s/report.json", c.root, c.root);
	UNIT_CHECK(ran.exit_code > 0, "exit %d", ran.exit_code);
	row_contains(__FILE__, __LINE__, ran.text,
		     "results: unexpected ! NameError \"name 'fiel' is not defined\"\n");
	CU_ASSERT_EQUAL(row_count(ran.text, "Traceback (most recent call last):"), 1);
	row_contains(__FILE__, __LINE__, ran.text, "slip.py\", line 6, in create_dynamic");
	row_contains(__FILE__, __LINE__, ran.text, "hint: the plug-in raises an exception of its");
	row_contains(__FILE__, __LINE__, ran.text, "run:     level required,");
	row_check(__FILE__, __LINE__, !strstr(ran.text, "INCOMPLETE"), "the whole suite has run");
	report = cli_report(&c);
	CU_ASSERT_EQUAL(json_array_size(json_object_get(report, "causes")), 1);
	json_decref(report);
	cli_close(&c);
}

/* the number in the last line of a run that failed */
static size_t
unexpected(const char *text)
{
	static const char line[] = "\nFAILED: ";
	const char *found = strstr(text, line);

	return found ? strtoul(found + strlen(line), NULL, 10) : 0;
}

/* for README's loader, the last screen shows what its author should correct first */
static void
test_naive(void)
{
	struct cli c;
	struct cli_ran ran;
	const char *plugin;

	cli_open(&c);
	ran = cli_shell(&c, c.home, arena_printf(&c.mem, "make -s examples LOADER='%s' B=%s/built",
						 cli_python(&c), c.root));
	UNIT_CHECK(ran.exit_code == 0, "said %s", ran.text);
	plugin = arena_printf(&c.mem, "%s/built/examples/naive_loader.so", c.root);
	ran = cli_run_own(&c, "--plugin %s", plugin);
	CU_ASSERT_EQUAL(ran.exit_code, 1);
	UNIT_CHECK(row_count(ran.text, "\n") < LINES_EACH * unexpected(ran.text),
		   "%zu lines, %zu unexpected", row_count(ran.text, "\n"), unexpected(ran.text));
	row_contains(__FILE__, __LINE__, tail(ran.text, SCREEN), "\ncauses, the most frequent");
	row_contains(__FILE__, __LINE__, tail(ran.text, SCREEN), "  unexpected | init\n");
	row_contains(__FILE__, __LINE__, tail(ran.text, SCREEN),
		     "  unexpected ! ImportError \"FILE has no PyInit_NAME\"\n");
	/* other wording is a difference only at level detail */
	ran = cli_run_own(&c, "-q --plugin %s multiphase/create-int", plugin);
	CU_ASSERT_EQUAL(ran.exit_code, 0);
	ran = cli_run_own(&c, "-q --plugin %s --level detail multiphase/create-int", plugin);
	CU_ASSERT_EQUAL(ran.exit_code, 1);
	cli_close(&c);
}

/* a program that opened libpython with RTLD_LOCAL gets a hint */
static void
test_local_host(void)
{
	struct cli c;
	struct cli_ran ran;
	const char *host;

	cli_open(&c);
	host = arena_printf(&c.mem, "%s/unit/fake_local_host", c.build);
	if (cli_shell(&c, c.root, arena_printf(&c.mem, "%s -c ''", host)).exit_code == 77) {
		fprintf(stderr, "\nskipped: there is no shared libpython\n");
		cli_close(&c);
		return;
	}
	ran = cli_run_own(&c, "--loader %s hook multiphase", host);
	CU_ASSERT_EQUAL(ran.exit_code, 1);
	row_contains(__FILE__, __LINE__, ran.text,
		     "results: unexpected ! ImportError \"FILE: undefined symbol: Py...\"\n");
	row_contains(__FILE__, __LINE__, tail(ran.text, SCREEN),
		     "hint: libpython's symbols are not visible to modules: the program opened "
		     "libpython with RTLD_LOCAL");
	cli_close(&c);
}

void
unit_cli_causes(void)
{
	static const struct row_test tests[] = {
		{"blocks", test_blocks}, {"options", test_options}, {"json", test_json},
		{"slip", test_slip},     {"naive", test_naive},     {"local host", test_local_host},
	};

	rows_suite("cli causes", tests, LENGTH(tests));
}
