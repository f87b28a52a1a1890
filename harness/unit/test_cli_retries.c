/*
 * --retries with real runs. A case must not keep anything outside its folder, so that the loader is
 * a script that counts its starts, and chooses by them how the fake loader behaves.
 */
#include <CUnit/CUnit.h>
#include <string.h>

#include "base/util.h"
#include "cli_support.h"
#include "rows.h"
#include "units.h"

#define SAYS(text, part) row_contains(__FILE__, __LINE__, text, part)

static void
open_suite(struct cli *c)
{
	cli_open(c);
	cli_import(c, "a/good", "good");
	cli_import(c, "a/moody", "moody");
	cli_case(c, "b/bad", "", "import x\n", "> import x\n! ImportError\n");
}

static const json_t *
result_of(const json_t *report, const char *id)
{
	const json_t *all = json_object_get(report, "results"), *r;
	size_t i;

	json_array_foreach(all, i, r) {
		if (!strcmp(json_string_value(json_object_get(r, "id")), id))
			return r;
	}
	return NULL;
}

static int
attempts(const json_t *report, const char *id)
{
	return (int)json_integer_value(json_object_get(result_of(report, id), "attempts"));
}

/* run with the fake loader that is moody in its first n workers; the report must be read */
static json_t *
run(struct cli *c, struct cli_ran *ran, unsigned n, const char *options)
{
	json_t *report;

	*ran = cli_run(c, "%s -j1 -o console -o json:%s/report.json %s", cli_moody(c, n), c->root,
		       options);
	report = cli_report(c);
	UNIT_CHECK(report, "no report: %s", ran->text);
	return report;
}

/* once bad and then good: FLAKY, and everything that is told about it agrees */
static void
test_flaky(void)
{
	struct cli_ran ran;
	const json_t *tries;
	json_t *report;
	struct cli c;

	open_suite(&c);
	report = run(&c, &ran, 1, "--retries 1 a/*");
	CU_ASSERT_EQUAL(ran.exit_code, 1);
	SAYS(ran.text, "FLAKY   a/moody\n");
	SAYS(ran.text, "attempts: FAIL, PASS: at first, then alone\n"
		       "  from the first attempt to the last:\n");
	SAYS(ran.text, "  -! ImportError\n  += <module \"moody\">\n");
	SAYS(ran.text, "FAILED: 1 unexpected; 2 planned, 2 executed; 1 passed, 1 not the same tw");
	row_text(__FILE__, __LINE__, cli_outcome(report, "a/moody"), "FLAKY");
	CU_ASSERT_EQUAL(attempts(report, "a/moody"), 2);
	CU_ASSERT_EQUAL(attempts(report, "a/good"), 1);
	tries = json_object_get(result_of(report, "a/moody"), "tries");
	CU_ASSERT_EQUAL(json_array_size(tries), 2);
	SAYS(json_string_value(json_object_get(json_array_get(tries, 0), "got")),
	     "! ImportError");
	SAYS(json_string_value(json_object_get(json_array_get(tries, 1), "got")),
	     "= <module \"moody\">");
	json_decref(report);
	ran = cli_run(&c, "verify %s/report.json", c.root);
	CU_ASSERT_EQUAL(ran.exit_code, 0);
	cli_close(&c);
}

/* the attempts that a case had, and what they make of it */
static void
test_attempts(void)
{
	static const struct {
		unsigned moody; /* workers */
		const char *options, *outcome;
		int attempts, code;
	} t[] = {
		{1, "a/*", "FAIL", 1, 1},
		{1, "--retries 0 a/*", "FAIL", 1, 1},
		{9, "--retries 1 a/*", "FAIL", 2, 1},
		{9, "--retries 4 a/*", "FAIL", 5, 1},
		{3, "--retries 1 a/*", "FAIL", 2, 1},
		{3, "--retries 2 a/*", "FAIL", 3, 1},
		{3, "--retries 3 a/*", "FLAKY", 4, 1},
		{3, "--retries 9 a/*", "FLAKY", 4, 1},
		{1, "--retries 1 -x a/*", "FLAKY", 2, 1},
		{9, "--retries 1 -x a/*", "FAIL", 2, 1},
		{0, "--retries 3 a/*", "PASS", 1, 0},
		{1, "@--retries 1 a/*", "XFAIL", 1, 0},
		{0, "@--retries 1 a/*", "XPASS", 2, 1},
	};
	struct cli c;

	open_suite(&c);
	cli_write(&c, "my.known", "fail a/moody -- a bug\n");
	for (size_t i = 0; i < LENGTH(t); i++) {
		const char *at = strchr(t[i].options, '@');
		const char *options = at ? arena_printf(&c.mem, "--known %s/my.known %s", c.root,
							at + 1) : t[i].options;
		struct cli_ran ran;
		json_t *report = run(&c, &ran, t[i].moody, options);

		UNIT_CHECK(!strcmp(cli_outcome(report, "a/moody"), t[i].outcome) &&
			   attempts(report, "a/moody") == t[i].attempts &&
			   ran.exit_code == t[i].code, "row %zu: %s, %d attempts, exit %d: %s", i,
			   cli_outcome(report, "a/moody"), attempts(report, "a/moody"),
			   ran.exit_code, ran.text);
		json_decref(report);
	}
	cli_close(&c);
}

/* a loader that behaves only when no other worker lives: its case passes when it runs alone */
static void
test_alone(void)
{
	struct cli_ran ran;
	json_t *report;
	struct cli c;
	int flaky = 0;

	cli_open(&c);
	cli_import(&c, "a/one", "moody1");
	cli_import(&c, "a/two", "moody2");
	ran = cli_run(&c, "%s -j2 --retries 1 -o json:%s/report.json", cli_shy(&c), c.root);
	report = cli_report(&c);
	flaky += !strcmp(cli_outcome(report, "a/one"), "FLAKY");
	flaky += !strcmp(cli_outcome(report, "a/two"), "FLAKY");
	UNIT_CHECK(ran.exit_code == 1 && flaky >= 1, "exit %d, %d flaky: %s", ran.exit_code, flaky,
		   ran.text);
	json_decref(report);
	cli_close(&c);
}

/* every format shows it as a failure */
static void
test_formats(void)
{
	static const struct {
		const char *format, *says;
	} t[] = {
		{"tap", "not ok 2 - a/moody\n# FLAKY\n"},
		{"junit", "<failure type=\"FLAKY\" message=\"FAIL at attempt 1 (expected = "},
		{"github", "title=FLAKY a/moody::"},
		{"md", "| 1 | not the same twice: FAIL, then PASS; at first "},
		/* its data are compressed; FLAKY is one of the two, as the other formats show */
		{"html", "<b>failed</b>: 2 unexpected"},
		{"console", "FLAKY   a/moody\n"},
		{"json", "\"flaky\": 1,"},
	};
	struct cli c;

	open_suite(&c);
	for (size_t i = 0; i < LENGTH(t); i++) {
		struct cli_ran ran = cli_run(&c, "%s -j1 --retries 1 -o %s", cli_moody(&c, 1),
					     t[i].format);

		CU_ASSERT_EQUAL(ran.exit_code, 1);
		SAYS(ran.text, t[i].says);
	}
	cli_close(&c);
}

/* what is made of reports later: it broke, it is red, and a report that hides it is unsound */
static void
test_later(void)
{
	struct buf b = {0};
	struct cli_ran ran;
	json_t *report;
	struct cli c;
	char *at;

	open_suite(&c);
	json_decref(run(&c, &ran, 0, "-o json:/dev/null a/*"));
	ran = cli_run(&c, "%s -j1 -o json:%s/old.json a/*", cli_moody(&c, 0), c.root);
	CU_ASSERT_EQUAL(ran.exit_code, 0);
	report = run(&c, &ran, 1, "--retries 1 a/*");
	json_decref(report);
	ran = cli_run(&c, "diff %s/old.json %s/report.json", c.root, c.root);
	CU_ASSERT_EQUAL(ran.exit_code, 1);
	SAYS(ran.text, "broke: 1\n     1  not the same twice: FAIL, then PASS");
	ran = cli_run(&c, "badge %s/report.json", c.root);
	SAYS(ran.text, "1 of 2 unexpected");
	ran = cli_run(&c, "report -o md %s/report.json", c.root);
	SAYS(ran.text, "| **failed** | 1 of 2 |");
	CU_ASSERT_EQUAL_FATAL(file_read(arena_printf(&c.mem, "%s/report.json", c.root), &b), 0);
	at = strstr(b.p, "\"outcome\": \"FLAKY\"");
	CU_ASSERT_PTR_NOT_NULL_FATAL(at);
	memcpy(at, "\"outcome\": \"FAIL\" ", strlen("\"outcome\": \"FLAKY\""));
	cli_write(&c, "forged.json", "%s", b.p);
	ran = cli_run(&c, "verify %s/forged.json", c.root);
	CU_ASSERT_EQUAL(ran.exit_code, 1);
	SAYS(ran.text, "a/moody: FAIL, but its attempts differ\n");
	buf_free(&b);
	cli_close(&c);
}

/* neither --bless nor --write-known makes anything of it; --failed runs it again */
static void
test_no_excuse(void)
{
	struct cli_ran ran;
	struct cli c;

	open_suite(&c);
	ran = cli_run(&c, "%s -j1 --retries 1 --bless a/*", cli_moody(&c, 1));
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	SAYS(ran.text, "not blessed: a/moody: it did not do the same twice");
	ran = cli_run(&c, "%s -j1 --retries 1 --write-known %s/my.known a/*", cli_moody(&c, 1),
		      c.root);
	SAYS(ran.text, "new 0\n--write-known: 1 BROKEN or FLAKY, which no list can excuse\n");
	ran = cli_run(&c, "%s -j1 --failed", cli_moody(&c, 0));
	SAYS(ran.text, "1 planned, 1 executed; 1 passed");
	cli_close(&c);
}

/* a case that could not run for want of a fixture is not tried again */
static void
test_unbuilt(void)
{
	struct cli_ran ran;
	json_t *report;
	struct cli c;

	cli_open(&c);
	cli_import(&c, "a/unbuilt", "broken");
	cli_write(&c, "fixtures-src/a/broken.c", "no C\n");
	ran = cli_run(&c, "%s --retries 3 -o json:%s/report.json", cli_native(&c), c.root);
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	report = cli_report(&c);
	row_text(__FILE__, __LINE__, cli_outcome(report, "a/unbuilt"), "BROKEN");
	CU_ASSERT_EQUAL(attempts(report, "a/unbuilt"), 0);
	json_decref(report);
	cli_close(&c);
}

static void
test_deadline(void)
{
	static const char want[] = "> import evil_nap\n= <module \"evil_nap\">\n";
	struct cli_ran ran;
	struct cli c;

	cli_open(&c);
	cli_case(&c, "a/near", "timeout: 1.9\n", "import evil_nap\n", want);
	ran = cli_run(&c, "%s", cli_fake(&c));
	CU_ASSERT_EQUAL(ran.exit_code, 0);
	SAYS(ran.text, "note:    1 case used over half of its time: a/near 1.");
	ran = cli_run(&c, "%s --timeout-scale 2", cli_fake(&c));
	CU_ASSERT_PTR_NULL(strstr(ran.text, "used over half"));
	ran = cli_run(&c, "--retries 101 %s", cli_fake(&c));
	SAYS(ran.text, "--retries: expected a number from 0 to 100, got '101'");
	cli_close(&c);
}

void
unit_cli_retries(void)
{
	static const struct row_test tests[] = {
		{"bad, then good", test_flaky},
		{"attempts", test_attempts},
		{"a loader that behaves only when alone", test_alone},
		{"every format", test_formats},
		{"reports read later", test_later},
		{"no list excuses it", test_no_excuse},
		{"without a fixture", test_unbuilt},
		{"near a deadline", test_deadline},
	};

	rows_suite("cli-retries", tests, LENGTH(tests));
}
