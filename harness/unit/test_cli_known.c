/* Tests known lists of the user: how the program reads and reports them. */
#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "cli_support.h"
#include "units.h"

/* two cases that fail, one that passes, one that this loader skips */
static void
known_suite(struct cli *c)
{
	cli_open(c);
	cli_case(c, "a/bad-1", "", "import x\n", "> import x\n= null\n");
	cli_case(c, "a/bad-2", "", "import y\n", "> import y\n= null\n");
	cli_import(c, "a/good", "good");
	cli_case(c, "b/skipped", "requires: cap:native\n", "import x\n", "> import x\n= null\n");
}

static const struct {
	const char *mine, *more, *own; /* lists; NULL: no such list */
	int exit_code;
	const char *says, *says_not;   /* "/" stands for the suite's folder */
} rows[] = {
	{"fail a/bad-* -- mine\n", NULL, NULL, 0, "excused: 2 by @/mine.known", "note:"},
	{"fail a/bad-1 -- mine\n", "fail a/bad-2 -- more\n", NULL, 0,
	 "excused: 1 by @/mine.known, 1 by @/more.known", NULL},
	{"fail a/bad-1 -- mine\n", NULL, "fail a/bad-2 -- own\n", 0,
	 "excused: 1 by @/mine.known, 1 by @/expected/known/fake.known", NULL},
	{"fail a/bad-1 -- mine\n", NULL, "fail a/bad-* -- own\n", 0,
	 "excused: 1 by @/mine.known, 1 by @/expected/known/fake.known", NULL},
	{"detail a/bad-1 -- mine\n", NULL, "fail a/bad-* -- own\n", 1,
	 "1 failed as known, 1 failed; excused by the loader", NULL},
	{"fail a/* -- mine\n", NULL, NULL, 1,
	 "passes, but @/mine.known:1 lists it: remove its line", NULL},
	{"# comment\nskip a/bad-* -- hangs\n", NULL, NULL, 0, "hangs (@/mine.known:2)", NULL},
	{"fail a/bad-* until=2026-05-31 -- mine\n", NULL, NULL, 0, "2 failed as known", "note:"},
	{"fail a/bad-* until=2026-05-30 -- mine\n", NULL, NULL, 1,
	 "note:    @/mine.known:1: past its until=2026-05-30, no longer counts", NULL},
	{"fail a/bad-* until=2026-05-30 -- old\nfail a/bad-* -- mine\n", NULL, NULL, 0,
	 "@/mine.known:1: past its until=2026-05-30", NULL},
	{"fail a/bad-* if py<3 until=2026-05-30 -- old\nfail a/bad-* -- mine\n", NULL, NULL, 0,
	 "2 failed as known", "note:"},
	{"fail a/bad-* until=2026-02-30 -- mine\n", NULL, NULL, 2,
	 "@/mine.known:1: 'until=2026-02-30'", "executed"},
	{"fail a/bad-* -- mine\nfail a/gone-* -- x\n", NULL, NULL, 2,
	 "@/mine.known:2: 'a/gone-*' matches no case", "executed"},
	{"flail a/bad-* -- mine\n", "fail a/bad-2\n", NULL, 2, "@/more.known:1: no reason",
	 "executed"},
};

/* text with each '@' replaced by the suite's folder */
static const char *
in_folder(struct cli *c, const char *text)
{
	const char *at = strchr(text, '@');

	if (!at)
		return text;
	return arena_printf(&c->mem, "%.*s%s%s", (int)(at - text), text, c->root,
			    in_folder(c, at + 1));
}

static void
test_lists(void)
{
	setenv("CONFORM_TODAY", "2026-05-31", 1);
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct cli c;
		struct cli_ran ran;
		const char *says, *more = "";

		known_suite(&c);
		cli_write(&c, "mine.known", "%s", rows[i].mine);
		if (rows[i].more) {
			cli_write(&c, "more.known", "%s", rows[i].more);
			more = arena_printf(&c.mem, "--known %s/more.known", c.root);
		}
		if (rows[i].own)
			cli_write(&c, "expected/known/fake.known", "%s", rows[i].own);
		ran = cli_run(&c, "%s --known %s/mine.known %s", cli_fake(&c), c.root, more);
		says = in_folder(&c, rows[i].says);
		UNIT_CHECK(ran.exit_code == rows[i].exit_code, "row %zu: exit %d; %s", i,
			   ran.exit_code, ran.text);
		UNIT_CHECK(strstr(ran.text, says), "row %zu: '%s' is not in %s", i, says, ran.text);
		UNIT_CHECK(!rows[i].says_not || !strstr(ran.text, rows[i].says_not),
			   "row %zu: said %s", i, ran.text);
		cli_close(&c);
	}
	unsetenv("CONFORM_TODAY");
}

/* an unreadable list and a wrong date are errors before anything runs */
static void
test_refused(void)
{
	struct cli c;
	struct cli_ran ran;

	known_suite(&c);
	ran = cli_run(&c, "%s --known %s/nosuch.known", cli_fake(&c), c.root);
	UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, "nosuch.known: cannot be read: No such"),
		   "said %s", ran.text);
	ran = cli_run(&c, "%s --known %s/cases", cli_fake(&c), c.root);
	UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, "/cases: cannot be read"), "said %s",
		   ran.text);
	setenv("CONFORM_TODAY", "tomorrow", 1);
	ran = cli_run(&c, "%s", cli_fake(&c));
	unsetenv("CONFORM_TODAY");
	UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, "CONFORM_TODAY: expected a day"),
		   "said %s", ran.text);
	cli_close(&c);
}

static json_t *
result_of(const json_t *report, const char *id)
{
	json_t *result;
	size_t i;

	json_array_foreach(json_object_get(report, "results"), i, result) {
		if (!strcmp(json_string_value(json_object_get(result, "id")), id))
			return result;
	}
	return NULL;
}

/* the JSON report says which line excused each case, and which lists the run used */
static void
test_report(void)
{
	struct cli c;
	json_t *report, *known;
	const char *file = "";
	int line = 0, cases = 0;

	known_suite(&c);
	cli_write(&c, "mine.known", "# mine\nfail a/bad-* -- mine\n");
	cli_run(&c, "%s --known %s/mine.known -o json:%s/report.json", cli_fake(&c), c.root,
		c.root);
	report = cli_report(&c);
	CU_ASSERT_PTR_NOT_NULL_FATAL(report);
	known = json_object_get(result_of(report, "a/bad-2"), "known");
	CU_ASSERT_EQUAL(json_unpack(known, "{s:s, s:i}", "file", &file, "line", &line), 0);
	CU_ASSERT_STRING_EQUAL(file, arena_printf(&c.mem, "%s/mine.known", c.root));
	CU_ASSERT_EQUAL(line, 2);
	CU_ASSERT_TRUE(json_is_null(json_object_get(result_of(report, "a/good"), "known")));
	known = json_object_get(report, "excused");
	CU_ASSERT_EQUAL(json_unpack(known, "[{s:s, s:i}]", "file", &file, "cases", &cases), 0);
	CU_ASSERT_EQUAL(cases, 2);
	json_decref(report);
	cli_close(&c);
}

void
unit_cli_known(void)
{
	CU_pSuite s = CU_add_suite("cli known", NULL, NULL);

	CU_add_test(s, "lists of the user's own", test_lists);
	CU_add_test(s, "lists that are refused", test_refused);
	CU_add_test(s, "lists in the report", test_report);
}
