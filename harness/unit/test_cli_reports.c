/* The reports of real runs: their counts agree, and they are whole or not there. */
#include <CUnit/CUnit.h>
#include <jansson.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "base/util.h"
#include "cli_support.h"
#include "report_readers.h"
#include "units.h"

/* a suite that has each outcome under the fake loader, at --level required */
static void
every_outcome(struct cli *c)
{
	static const char good[] = "> import good\n= <module \"good\">\n";

	cli_import(c, "a/good", "good");
	cli_case(c, "a/fail", "", "import good\n", "> import good\n! ImportError\n");
	cli_case(c, "a/detail", "", "load x y\n", "> load x y\n! NotImplementedError\n");
	cli_case(c, "a/skip", "requires: py>=9\n", "import good\n", good);
	cli_case(c, "b/xfail", "", "import good\n", "> import good\n! ImportError\n");
	cli_case(c, "b/xpass", "", "import good\n", good);
	cli_import(c, "b/crash", "evil_crash");
	cli_case(c, "b/timeout", "timeout: 0.3\n", "import evil_hang\n", good);
	cli_import(c, "c/broken", "evil_exit0");
	cli_import(c, "c/good-too", "good");
	cli_write(c, "my.known", "fail b/x* -- known\n");
}

static const char *
text_of(struct cli *c, const char *name)
{
	struct buf b = {0};
	const char *text;

	if (file_read(arena_printf(&c->mem, "%s/%s", c->root, name), &b))
		UNIT_CHECK(false, "there is no %s", name);
	text = arena_strdup(&c->mem, buf_str(&b));
	buf_free(&b);
	return text;
}

static void
check_json(struct cli *c)
{
	static const char *const words[] = {"pass", "detail", "skip", "xfail", "fail", "crash",
					    "timeout", "xpass", "broken"};
	json_t *root = cli_report(c), *counts = json_object_get(root, "counts"), *result;
	size_t i, unexpected = 0;

	for (i = 0; i < LENGTH(words); i++) {
		json_int_t n = json_integer_value(json_object_get(counts, words[i]));

		UNIT_CHECK(n == (i ? 1 : 2), "%s: %d", words[i], (int)n);
	}
	json_array_foreach(json_object_get(root, "results"), i, result)
		unexpected += json_is_true(json_object_get(result, "unexpected"));
	CU_ASSERT_EQUAL(i, 10);
	CU_ASSERT_EQUAL(unexpected, 5);
	CU_ASSERT_EQUAL(json_integer_value(json_object_get(root, "unexpected")), 5);
	CU_ASSERT_EQUAL(json_integer_value(json_object_get(root, "planned")), 10);
	CU_ASSERT_EQUAL(json_integer_value(json_object_get(root, "executed")), 9);
	json_decref(root);
}

static long
number(const struct xml_element *e, const char *name)
{
	return strtol(xml_get(e, name) ? xml_get(e, name) : "-1", NULL, 10);
}

static void
check_junit(struct cli *c)
{
	const char *why;
	struct xml_element *root = xml_read(&c->mem, text_of(c, "r.xml"), &why);
	long tests = 0, failures = 0, errors = 0, skipped = 0, cases = 0, kinds[3] = {0};

	UNIT_CHECK(root, "%s", why ? why : "");
	for (struct xml_element *s = root ? root->first : NULL; s; s = s->next) {
		tests += number(s, "tests");
		failures += number(s, "failures");
		errors += number(s, "errors");
		skipped += number(s, "skipped");
		for (const struct xml_element *t = s->first->next; t; t = t->next) {
			cases++;
			for (const struct xml_element *k = t->first; k; k = k->next) {
				kinds[0] += !strcmp(k->name, "failure");
				kinds[1] += !strcmp(k->name, "error");
				kinds[2] += !strcmp(k->name, "skipped");
			}
		}
	}
	CU_ASSERT_EQUAL(tests, 10);
	CU_ASSERT_EQUAL(cases, 10);
	/* FAIL and XPASS; CRASH, TIMEOUT and BROKEN; SKIP and XFAIL */
	CU_ASSERT_TRUE(failures == 2 && kinds[0] == 2);
	CU_ASSERT_TRUE(errors == 3 && kinds[1] == 3);
	CU_ASSERT_TRUE(skipped == 2 && kinds[2] == 2);
	CU_ASSERT_TRUE(root && number(root, "tests") == 10 && number(root, "failures") == 2 &&
		       number(root, "errors") == 3);
}

static void
check_github(struct cli *c, const char *verdict)
{
	const char *p = text_of(c, "r.github");
	size_t errors = 0, notices = 0;
	struct github g;

	while (github_read(&c->mem, &p, &g)) {
		errors += !strcmp(g.command, "error");
		if (!strcmp(g.command, "notice")) {
			notices++;
			UNIT_CHECK(text_starts(g.message, verdict), "%s", g.message);
		}
	}
	/* five unexpected results of five causes */
	CU_ASSERT_EQUAL(errors, 5);
	CU_ASSERT_EQUAL(notices, 1);
}

/* one run with every outcome: each format tells the same numbers */
static void
test_counts(void)
{
	static const char verdict[] =
		"FAILED: 5 unexpected; 10 planned, 9 executed; 2 passed, 1 different in detail, "
		"1 skipped, 1 failed as known, 1 failed, 1 crashed, 1 timed out, 1 passed though "
		"known to fail, 1 broken";
	struct cli c;
	struct cli_ran ran;
	struct tap tap;
	const char *why;

	cli_open(&c);
	every_outcome(&c);
	ran = cli_run(&c, "%s --level required --known %s/my.known -o console -o tap:%s/r.tap "
		      "-o junit:%s/r.xml -o json:%s/report.json -o github:%s/r.github",
		      cli_fake(&c), c.root, c.root, c.root, c.root, c.root);
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	UNIT_CHECK(strstr(ran.text, verdict), "%s", ran.text);
	check_json(&c);
	check_junit(&c);
	check_github(&c, verdict);
	why = tap_read(&c.mem, text_of(&c, "r.tap"), &tap);
	UNIT_CHECK(!why, "%s", why);
	CU_ASSERT_TRUE(tap.planned == 10 && tap.ok == 4 && tap.not_ok == 6);
	CU_ASSERT_TRUE(tap.skip == 1 && tap.todo == 1);
	UNIT_CHECK(strstr(text_of(&c, "r.tap"), verdict), "TAP has other words");
	cli_close(&c);
}

/* names in the folder; a report that was begun and given up would add one */
static const char *
listing(struct cli *c)
{
	return cli_shell(c, c->root, "ls reports").text;
}

/* run the command where reports/ is a disk of 16 KiB, and save the report that is there then */
#define FULL_DISK(command)                                                                     \
	"unshare -rm true 2>/dev/null || { echo cannot write the json report to; "             \
	"echo cannot write the junit report to; echo cannot write the tap report to; "         \
	"exit 2; }; unshare -rm sh -c 'mount -t tmpfs -o size=16k none reports; "               \
	"echo old >reports/r; " command "; code=$?; [ \"$(cat reports/r)\" = old ] || exit 9; "   \
	"set -- reports/*.new; [ ! -e \"$1\" ] || exit 8; exit $code'"

/* each way in which a report cannot be written: exit 2, and the old report as it was */
static void
test_unwritable(void)
{
	static const struct {
		const char *command; /* CONFORM stands for the program with the suite */
		const char *says;
	} t[] = {
		{"ulimit -f 4; CONFORM -o json:reports/r", "limit of the size of a file"},
		{FULL_DISK("CONFORM -o json:reports/r"), "cannot write the json report to"},
		{FULL_DISK("CONFORM -o junit:reports/r"), "cannot write the junit report to"},
		{FULL_DISK("CONFORM -o tap:reports/r"), "cannot write the tap report to"},
		{FULL_DISK("CONFORM -o tap >reports/out"), "cannot write the tap report to"},
		{"CONFORM -o json >/dev/full", "cannot write the json report to standard output"},
		{"CONFORM -o console >/dev/full", "cannot write the"},
		{"CONFORM -o junit:/dev/full", "cannot write the junit report to /dev/full"},
		{"(CONFORM -o tap; echo $? >code) | true; exit $(cat code)",
		 "cannot write the"},
		{"(CONFORM --list; echo $? >code) | true; exit $(cat code)",
		 "cannot write to standard output"},
		{"CONFORM --list >/dev/full", "cannot write to standard output: No space left"},
		{"CONFORM --help >/dev/full", "cannot write to standard output"},
		{"CONFORM >&-", "cannot write the console report to standard output: Bad file"},
		{"CONFORM --isolation exec >&-", "cannot write the console report to standard"},
		{"CONFORM -o json >&-", "cannot write the json report to standard output: Bad"},
		{"CONFORM -o json:/dev/stdout >&-", "/dev/stdout: the descriptor is closed"},
		{"CONFORM -o json:/dev/stderr 2>&-", ""},
		{"CONFORM --list >&-", "cannot write to standard output: Bad file"},
		{"CONFORM --help >&-", "cannot write to standard output"},
		{"CONFORM --version >&-", "cannot write to standard output: Bad file"},
		{"CONFORM <&- >&- 2>&-", ""},
		{"CONFORM --isolation exec <&- >&- 2>&-", ""},
		{"CONFORM -o json:reports/none/r", "there is no folder reports/none"},
	};
	struct cli c;

	cli_open(&c);
	for (int i = 0; i < 60; i++)
		cli_case(&c, arena_printf(&c.mem, "a/case-%d", i), "",
			 "import a_rather_long_name_of_a_module\n",
			 "> import a_rather_long_name_of_a_module\n! ImportError\n");
	for (size_t i = 0; i < LENGTH(t); i++) {
		const char *conform = arena_printf(&c.mem, "%s/conform --root . %s", c.build,
						   cli_fake(&c));
		const char *at = strstr(t[i].command, "CONFORM");
		struct cli_ran ran;

		cli_write(&c, "reports/r", "old");
		ran = cli_shell(&c, c.root, arena_printf(
			&c.mem, "%.*s%s%s", (int)(at - t[i].command), t[i].command, conform,
			at + strlen("CONFORM")));
		UNIT_CHECK(ran.exit_code == 2, "%s: exit %d, %s", t[i].command, ran.exit_code,
			   ran.text);
		UNIT_CHECK(strstr(ran.text, t[i].says), "%s: %s", t[i].command, ran.text);
		UNIT_CHECK(!strstr(ran.text, "Success"), "%s: %s", t[i].command, ran.text);
		UNIT_CHECK(!strcmp(text_of(&c, "reports/r"), "old"), "%s: the old report",
			   t[i].command);
		UNIT_CHECK(!strcmp(listing(&c), "r\n"), "%s: left %s", t[i].command, listing(&c));
	}
	cli_close(&c);
}

/* a warning that cannot be said is no success */
static void
test_unsaid(void)
{
	static const char *const to[] = {"/dev/full", "&-"};
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	cli_import(&c, "a/good", "good");
	cli_write(&c, "changes.sh", "echo >>%s/cases/a/good.case\n"
				    "exec %s/unit/fake_loader \"$@\"\n", c.root, c.build);
	for (size_t i = 0; i < LENGTH(to); i++) {
		const char *run = arena_printf(&c.mem, "%s/conform --root . --isolation weak "
						       "--loader 'sh %s/changes.sh'",
					       c.build, c.root);

		ran = cli_shell(&c, c.root, run);
		UNIT_CHECK(!ran.exit_code && strstr(ran.text, "were changed while it ran"),
			   "exit %d: %s", ran.exit_code, ran.text);
		ran = cli_shell(&c, c.root, arena_printf(&c.mem, "%s 2>%s", run, to[i]));
		UNIT_CHECK(ran.exit_code == 2, "2>%s: exit %d: %s", to[i], ran.exit_code, ran.text);
	}
	cli_close(&c);
}

/* a program with this fault, run by root, has replaced the machine's link: put it back */
static void
check_link(const char *path, const char *leads_to)
{
	static const char beside[] = "/dev/conform-unit-link";
	struct stat st;
	bool is_link = !lstat(path, &st) && S_ISLNK(st.st_mode);

	UNIT_CHECK(is_link, "%s was replaced", path);
	if (is_link)
		return;
	UNIT_CHECK(!symlink(leads_to, beside) && !rename(beside, path), "%s stays replaced", path);
}

/* the names of descriptors: a report goes where they lead, after what is there already */
static void
test_descriptors(void)
{
	static const struct {
		const char *command;
		const char *file; /* NULL: the shell's output */
	} t[] = {
		{"echo first >out; CONFORM -o junit:/dev/stdout >>out", "out"},
		{"CONFORM -o junit:/dev/stdout | cat", NULL},
		{"CONFORM -o junit:/proc/self/fd/1 | cat", NULL},
		{"CONFORM -o junit:/dev/stderr 2>out", "out"},
		{"CONFORM -o junit:/dev/fd/5 5>out", "out"},
		{"mkfifo pipe; cat pipe >out & CONFORM -o junit:pipe; wait", "out"},
	};
	struct cli c;

	cli_open(&c);
	cli_import(&c, "a/good", "good");
	for (size_t i = 0; i < LENGTH(t); i++) {
		const char *conform = arena_printf(&c.mem, "%s/conform --root . %s", c.build,
						   cli_fake(&c));
		const char *at = strstr(t[i].command, "CONFORM"), *text;
		struct cli_ran ran = cli_shell(&c, c.root, arena_printf(
			&c.mem, "%.*s%s%s", (int)(at - t[i].command), t[i].command, conform,
			at + strlen("CONFORM")));

		text = t[i].file ? text_of(&c, t[i].file) : ran.text;
		UNIT_CHECK(ran.exit_code == 0, "%s: %s", t[i].command, ran.text);
		UNIT_CHECK(strstr(text, "</testsuites>"), "%s: %s", t[i].command, text);
		UNIT_CHECK(i || text_starts(text, "first\n"), "%s: %s", t[i].command, text);
		check_link("/dev/stdout", "/proc/self/fd/1");
		check_link("/dev/stderr", "/proc/self/fd/2");
	}
	cli_close(&c);
}

/* killed while it runs and writes its report: the report of an earlier run is still there */
static void
test_killed(void)
{
	struct cli c;

	cli_open(&c);
	for (int i = 0; i < 40; i++)
		cli_import(&c, arena_printf(&c.mem, "a/case-%d", i), "good");
	cli_import(&c, "b/last", "evil_hang");
	for (int i = 0; i < 3; i++) {
		struct cli_ran ran;

		cli_write(&c, "reports/r", "old");
		ran = cli_shell(&c, c.root, arena_printf(
			&c.mem, "%s/conform --root . %s -o tap:reports/r & p=$!; n=0\n"
			"until grep -q -e '^ok 4' reports/r.$p.new || [ $n = 500 ]; do "
			"n=$((n + 1)); sleep 0.01; done; kill -9 $p; wait $p", c.build,
			cli_fake(&c)));
		UNIT_CHECK(ran.exit_code == 128 + SIGKILL, "exit %d", ran.exit_code);
		UNIT_CHECK(!strcmp(text_of(&c, "reports/r"), "old"), "the old report is lost");
	}
	cli_close(&c);
}

void
unit_cli_reports(void)
{
	CU_pSuite suite = CU_add_suite("cli reports", NULL, NULL);

	CU_add_test(suite, "counts agree", test_counts);
	CU_add_test(suite, "a report that cannot be written", test_unwritable);
	CU_add_test(suite, "a warning that cannot be said", test_unsaid);
	CU_add_test(suite, "names of descriptors", test_descriptors);
	CU_add_test(suite, "killed during a report", test_killed);
}
