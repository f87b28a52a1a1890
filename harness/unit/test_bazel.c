/*
 * The rule of harness/bazel with a real Bazel, offline, on a made-up suite under the fake loader:
 * every case is in one shard, a shard is run again only if something of it changed, and a failure
 * fails.
 */
#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

#include "base/util.h"
#include "cli_support.h"
#include "rows.h"
#include "units.h"

enum { CASES = 24 };

static const char build_file[] =
	"load(\"//harness/bazel:conform.bzl\", \"conform_test\")\n"
	"[filegroup(name = n, srcs = glob([n + \"/**\"])) for n in [\"cases\", \"expected\"]]\n"
	"filegroup(name = \"fixtures\", srcs = glob([\"fixtures-src/**\"]))\n"
	"filegroup(name = \"support\", srcs = glob([\"harness/adapter/**\"]))\n"
	"conform_test(name = \"t\", loader = \":fake\", program = \":program\", shard_count = 8)\n"
	"conform_test(name = \"even\", loader = \":fake\", program = \":program\",\n"
	"    shard_count = 3, weights = {\"a/c3\": \"9000000\", \"a/c4\": \"10\"})\n";

/* what Bazel would fetch, though nothing of it is used */
static const char no_coverage[] =
	"package(default_visibility = [\"//visibility:public\"])\n"
	"filegroup(name = \"coverage_report_generator\")\n";

static void
open_workspace(struct cli *c)
{
	struct cli_ran ran;

	cli_open(c);
	for (int i = 0; i < CASES; i++)
		cli_import(c, arena_printf(&c->mem, "a/c%d", i), "good");
	cli_write(c, "expected/known/fake.known", "fail a/c1* if py<3 -- a line about many\n");
	cli_write(c, "fixtures-src/a/x.c", "int x;\n");
	cli_write(c, "WORKSPACE", "workspace(name = \"made_up\")\n");
	cli_write(c, "BUILD.bazel", "%s", build_file);
	cli_write(c, "nocov/WORKSPACE", "%s", "");
	cli_write(c, "nocov/BUILD", "%s", no_coverage);
	ran = cli_shell(c, c->root, arena_printf(
		&c->mem, "mkdir harness && cp -R %s/harness/bazel %s/harness/adapter harness/ && "
		"cp %s/conform program && cp %s/unit/fake_loader fake", c->home, c->home, c->build,
		c->build));
	UNIT_CHECK(!ran.exit_code, "%s", ran.text);
}

static struct cli_ran
bazel(struct cli *c, const char *words)
{
	return cli_shell(c, c->root, arena_printf(
		&c->mem, "bazel --output_user_root=%s/bazel-out-of-test %s --symlink_prefix=/ "
		"--override_repository=remote_coverage_tools=%s/nocov --local_test_jobs=2 "
		"--noshow_progress 2>&1", c->root, words, c->root));
}

static void
check(const struct cli_ran *ran, int line, int code, const char *says)
{
	size_t len = strlen(ran->text);

	UNIT_CHECK(ran->exit_code == code && strstr(ran->text, says),
		   "line %d: exit %d, not %d, or it does not say '%s': %s", line, ran->exit_code,
		   code, says, ran->text + (len > 700 ? len - 700 : 0));
}

/* the number of cases in all JUnit reports of the test */
static void
check_cases(struct cli *c, const char *test, int want)
{
	struct cli_ran ran = cli_shell(c, c->root, arena_printf(
		&c->mem, "cat $(find bazel-out-of-test -path '*/testlogs/%s_*/test.xml') | "
		"grep -o '<testcase classname=.a. name=.c[0-9]*' | sort -u | wc -l; "
		"cat $(find bazel-out-of-test -path '*/testlogs/%s_*/test.xml') | "
		"grep -c '<testcase classname=.a. name='", test, test));
	const char *both = arena_printf(&c->mem, "%d\n%d\n", want, want);

	UNIT_CHECK(!strcmp(ran.text, both), "%s: cases, and all of them: %s", test, ran.text);
}

static void
test_shards(void)
{
	struct cli_ran ran;
	struct cli c;

	open_workspace(&c);
	ran = cli_shell(&c, c.root, "command -v bazel");
	if (ran.exit_code) {
		fputs("\nskipped: bazel is not installed (bazel-bootstrap)\n", stderr);
		cli_close(&c);
		return;
	}
	ran = bazel(&c, "test //:t");
	check(&ran, __LINE__, 0, "Executed 8 out of 8 tests: 8 tests pass.");
	check_cases(&c, "t", CASES);
	ran = bazel(&c, "test //:t");
	check(&ran, __LINE__, 0, "Executed 0 out of 8 tests: 8 tests pass.");
	/* another wording of one case */
	cli_case(&c, "a/c3", "tags: smoke\n", "import good\n",
		 "> import good\n= <module \"good\">\n");
	ran = bazel(&c, "test //:t");
	check(&ran, __LINE__, 0, "Executed 1 out of 8 tests: 8 tests pass.");
	/* another expectation, which is wrong */
	cli_write(&c, "expected/a/c5.out", "> import good\n= null\n");
	ran = bazel(&c, "test //:t");
	check(&ran, __LINE__, 3, "Executed 1 out of 8 tests: 7 tests pass and 1 fails locally.");
	cli_import(&c, "a/c5", "good");
	/* every case may need a fixture, the known list, the loader */
	cli_write(&c, "fixtures-src/a/x.c", "int y;\n");
	ran = bazel(&c, "test //:t");
	check(&ran, __LINE__, 0, "Executed 8 out of 8 tests: 8 tests pass.");
	ran = bazel(&c, "test //:even");
	check(&ran, __LINE__, 0, "Executed 3 out of 3 tests: 3 tests pass.");
	check_cases(&c, "even", CASES);
	bazel(&c, "shutdown");
	cli_close(&c);
}

void
unit_bazel(void)
{
	static const struct row_test tests[] = {
		{"shards that are run again only if they must", test_shards},
	};

	rows_suite("bazel", tests, LENGTH(tests));
}
