/* Tests options, exit codes and files of the program, on made-up suites under the fake loader. */
#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli_support.h"
#include "units.h"

static struct cli_ran
run_fake(struct cli *c, const char *words)
{
	return cli_run(c, "%s %s", cli_fake(c), words);
}

/* three good cases, one that fails, one that is skipped */
static void
mixed_suite(struct cli *c)
{
	cli_open(c);
	cli_import(c, "a/good-1", "good");
	cli_import(c, "a/good-2", "good");
	cli_case(c, "a/bad", "tags: smoke\n", "import x\n", "> import x\n= null\n");
	cli_case(c, "b/skipped", "requires: cap:native\n", "import x\n", "> import x\n= null\n");
	cli_import(c, "b/good-3", "good");
}

static const struct {
	const char *words;
	int exit_code;
	const char *says; /* in the output, or NULL */
} rows[] = {
	{"", 1, "rerun:"},
	{"a/good-1 b/*", 0, "1 skipped"},
	{"nosuch", 2, "no case matches 'nosuch'"},
	{"a/gud-1", 2, "did you mean a/good-1"},
	{"--tag smoke", 1, "1 failed"},
	{"--tag smok", 2, "--tag: unknown tag 'smok'; did you mean 'smoke'?"},
	{"--tag nosuch", 2, "--tag: unknown tag 'nosuch'; there are protocol smoke"},
	{"--tag needs-go", 2, "nothing selected"},
	{"--target cpyhton", 2, "--target: unknown target 'cpyhton'; did you mean 'cpython'?"},
	{"--target nosuch --list", 2, "--target: unknown target 'nosuch'; there are cpython"},
	{"--target pypy a/good-1", 0, "target:  pypy"},
	{"--shard 9/9", 0, NULL},
	{"--shard 3/2", 2, "--shard"},
	{"--shard x", 2, "--shard"},
	{"a/good-1 --min 1", 0, NULL},
	{"a/good-1 --min 2", 2, "expected at least 2"},
	{"b/skipped --min 1", 2, "expected at least 1"},
	{"b/skipped --min 0", 0, "OK: 1 planned, 0 executed"},
	{"b/skipped --shard 1/1", 0, "OK: 1 planned, 0 executed"},
	{"b/skipped", 2, "INCOMPLETE: nothing was executed; 1 planned, 0 executed; 1 skipped"},
	{"b/skipped -q", 2, "     1  requires cap:native\n"},
	{"b/skipped --repeat 3", 2, "round 1 of 3 was not clean"},
	{"--list a", 0, "made up"},
	{"--lint", 0, "no mistakes found"},
	{"--level nosuch", 2, "--level: expected required or detail"},
	{"-o nosuch", 2, "-o: expected one of"},
	{"-o tap:/nonexistent/x", 2, "/nonexistent"},
	{"-o tap:/dev/full a/good-1", 2, "cannot write"},
	{"-j 0", 2, "-j: expected a number"},
	{"--timeout-scale -1", 2, "--timeout-scale"},
	{"--limit memori=1", 2, "--limit: unknown limit 'memori'; did you mean 'memory'?"},
	{"--limit memory", 2, "--limit: expected NAME=NUMBER"},
	{"--repeat 3 a/good-1", 0, NULL},
	{"--repeat 3 a/bad", 1, "round 1 of 3"},
	{"-x -j1", 1, "INCOMPLETE"},
	{"--isolation exec a/good-1", 0, "isolation exec"},
	{"--nosuch", 2, "nosuch"},
	{"--root /nonexistent", 2, "no folder"},
	{"--plugin /nonexistent.so", 2, "--plugin"},
	{"--shuffle=5 a/good-1", 0, "--shuffle=5"},
	{"--version", 0, ", revision "},
	{"--help", 0, "usage:"},
	{"-h", 0, "usage:"},
	{"-l a", 0, "made up"},
	{"-vv a/good-1", 0, "> import good"},
	{"--color always a/bad", 1, "\033[1;31m"},
	{"--color nosuch", 2, "--color: expected always"},
	{"--new a/good-1", 2, "exists already"},
	{"--new nonsense", 2, "expected AREA/NAME"},
};

static void
test_options(void)
{
	struct cli c;

	mixed_suite(&c);
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct cli_ran ran = run_fake(&c, rows[i].words);

		UNIT_CHECK(ran.exit_code == rows[i].exit_code, "'%s': exit %d, expected %d; %s",
			   rows[i].words, ran.exit_code, rows[i].exit_code, ran.text);
		UNIT_CHECK(!rows[i].says || strstr(ran.text, rows[i].says), "'%s': said %s",
			   rows[i].words, ran.text);
	}
	cli_close(&c);
}

static void
see_folder(void *ctx, const char *name)
{
	bool *seen = ctx;

	(void)name;
	*seen = true;
}

/* the folders of a run are removed at its end, unless --keep is given */
static void
test_keep(void)
{
	static const struct {
		const char *words;
		bool kept;
	} runs[] = {{"a/good-1", false}, {"a/good-1 --keep", true}};
	struct cli c;

	mixed_suite(&c);
	for (size_t i = 0; i < LENGTH(runs); i++) {
		const char *folder = arena_printf(&c.mem, "%s/build/run", c.root);
		bool seen = false;

		CU_ASSERT_EQUAL(run_fake(&c, runs[i].words).exit_code, 0);
		dir_each(folder, see_folder, &seen);
		UNIT_CHECK(seen == runs[i].kept, "'%s': kept or not", runs[i].words);
	}
	cli_close(&c);
}

static void
test_known(void)
{
	static const struct {
		const char *line;
		int exit_code;
		const char *says;
	} lists[] = {
		{"fail a/bad -- not yet, https://example.org/1\n", 0, "1 failed as known"},
		{"fail a/* -- everything\n", 1, "remove its line"},
		{"skip a/bad -- hangs\n", 0, "2 skipped"},
		{"skip * -- all of it\n", 2, "nothing was executed, so nothing is proven (--min 0 "
					     "allows it):\n     4  all of it ("},
		{"fail a/bad if py<3.8 -- old\n", 1, "1 failed"},
		{"fail a/bad\n", 2, "fake.known:1"},
		{"flail a/bad -- why\n", 2, "fake.known:1"},
	};
	struct cli c;

	mixed_suite(&c);
	for (size_t i = 0; i < LENGTH(lists); i++) {
		struct cli_ran ran;

		cli_write(&c, "expected/known/fake.known", "%s", lists[i].line);
		ran = run_fake(&c, "");
		UNIT_CHECK(ran.exit_code == lists[i].exit_code, "%s: exit %d", lists[i].line,
			   ran.exit_code);
		UNIT_CHECK(strstr(ran.text, lists[i].says), "%s: said %s", lists[i].line, ran.text);
	}
	cli_write(&c, "expected/known/fake.known", "fail a/bad -- not yet\n");
	CU_ASSERT_EQUAL(run_fake(&c, "--target fake a/good-1").exit_code, 0);
	CU_ASSERT_PTR_NOT_NULL(strstr(run_fake(&c, "--target fkae").text, "did you mean 'fake'?"));
	cli_write(&c, "expected/known/fake.known", "fail a/gone -- moved\n");
	CU_ASSERT_EQUAL(run_fake(&c, "--lint").exit_code, 2);
	CU_ASSERT_PTR_NOT_NULL(strstr(run_fake(&c, "a/good-1").text,
				      "fake.known:1: 'a/gone' matches no case"));
	cli_close(&c);
}

static void
test_bless(void)
{
	struct cli c;
	struct buf text = {0};
	struct cli_ran ran;

	mixed_suite(&c);
	cli_case(&c, "a/dead", "", "import evil_crash\n", "> import evil_crash\n= 1\n");
	ran = run_fake(&c, "--bless a/bad a/dead");
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	CU_ASSERT_PTR_NOT_NULL(strstr(ran.text, "blessed "));
	CU_ASSERT_PTR_NOT_NULL(strstr(ran.text, "not blessed: a/dead"));
	file_read(arena_printf(&c.mem, "%s/expected/a/bad.out", c.root), &text);
	CU_ASSERT_STRING_EQUAL(buf_str(&text), "> import x\n= <module \"x\">\n");
	CU_ASSERT_EQUAL(run_fake(&c, "a/bad").exit_code, 0);
	buf_free(&text);
	cli_close(&c);
}

/* the adapter's cases always run first, and a failure stops the run */
static void
test_broken_adapter(void)
{
	struct cli c;
	struct cli_ran ran;

	mixed_suite(&c);
	cli_case(&c, "adapter/echo", "tags: protocol\n", "import x\n", "> import x\n= 7\n");
	ran = run_fake(&c, "a/good-1");
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	CU_ASSERT_PTR_NOT_NULL(strstr(ran.text, "adapter broken: FAIL adapter/echo"));
	ran = run_fake(&c, "");
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	CU_ASSERT_PTR_NOT_NULL(strstr(ran.text, "adapter broken"));
	cli_close(&c);
}

static void
test_test_runner(void)
{
	struct cli c;
	struct cli_ran ran;
	const char *xml;

	mixed_suite(&c);
	xml = arena_printf(&c.mem, "%s/test.xml", c.root);
	setenv("TEST_TOTAL_SHARDS", "5", 1);
	setenv("TEST_SHARD_INDEX", "1", 1);
	setenv("TEST_SHARD_STATUS_FILE", arena_printf(&c.mem, "%s/sharded", c.root), 1);
	setenv("XML_OUTPUT_FILE", xml, 1);
	ran = run_fake(&c, "");
	unsetenv("TEST_TOTAL_SHARDS");
	unsetenv("TEST_SHARD_INDEX");
	unsetenv("TEST_SHARD_STATUS_FILE");
	unsetenv("XML_OUTPUT_FILE");
	CU_ASSERT_EQUAL(ran.exit_code, 0);
	CU_ASSERT_PTR_NOT_NULL(strstr(ran.text, "1 planned"));
	CU_ASSERT_EQUAL(access(xml, R_OK), 0);
	CU_ASSERT_EQUAL(access(arena_printf(&c.mem, "%s/sharded", c.root), F_OK), 0);
	cli_close(&c);
}

/* the console report is written unless another report goes to standard output */
static void
test_where_reports_go(void)
{
	static const char console[] = "run:     level", tap[] = "TAP version 13";
	static const struct {
		const char *words;
		bool console, tap; /* on standard output */
	} t[] = {
		{"", true, false},
		{"-o json:@/r", true, false},
		{"-o tap:@/r", true, false},
		{"-o console:@/r", true, false},
		{"-o tap:@/r -o junit:@/s", true, false},
		{"-o tap", false, true},
		{"-o tap:-", false, true},
		{"-o tap:/dev/stdout", false, true},
		{"-o json:@/r -o tap", false, true},
		{"-o console -o tap", true, true},
	};
	struct cli c;

	mixed_suite(&c);
	setenv("XML_OUTPUT_FILE", arena_printf(&c.mem, "%s/x.xml", c.root), 1);
	for (size_t i = 0; i < LENGTH(t); i++) {
		char *words = arena_strdup(&c.mem, t[i].words), *at;
		struct cli_ran ran;

		while ((at = strchr(words, '@')))
			words = arena_printf(&c.mem, "%.*s%s%s", (int)(at - words), words, c.root,
					     at + 1);
		ran = run_fake(&c, words);
		UNIT_CHECK(!strstr(ran.text, console) == !t[i].console, "'%s': console or not: %s",
			   words, ran.text);
		UNIT_CHECK(!strstr(ran.text, tap) == !t[i].tap, "'%s': TAP or not: %s", words,
			   ran.text);
		UNIT_CHECK(!strstr(words, "junit") == !unlink(getenv("XML_OUTPUT_FILE")),
			   "'%s': the runner's XML, where no other was asked for", words);
	}
	unsetenv("XML_OUTPUT_FILE");
	cli_close(&c);
}

static void
test_several_loaders(void)
{
	struct cli c;
	struct cli_ran ran;

	mixed_suite(&c);
	ran = cli_run(&c, "%s %s -o json:%s/r.json", cli_fake(&c), cli_fake(&c), c.root);
	CU_ASSERT_EQUAL(ran.exit_code, 1);
	CU_ASSERT_PTR_NOT_NULL(strstr(ran.text, "loaders:"));
	CU_ASSERT_EQUAL(access(arena_printf(&c.mem, "%s/r.L2.json", c.root), R_OK), 0);
	cli_close(&c);
}

void
unit_cli_options(void)
{
	CU_pSuite s = CU_add_suite("cli options", NULL, NULL);

	CU_add_test(s, "options and exit codes", test_options);
	CU_add_test(s, "--keep", test_keep);
	CU_add_test(s, "known lists", test_known);
	CU_add_test(s, "--bless", test_bless);
	CU_add_test(s, "broken adapter", test_broken_adapter);
	CU_add_test(s, "variables of a test runner", test_test_runner);
	CU_add_test(s, "where reports go", test_where_reports_go);
	CU_add_test(s, "several loaders", test_several_loaders);
}
