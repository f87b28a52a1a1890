/* Tests the progress of a run: the output on a terminal, and without one. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "format/expr.h"
#include "fixtures/catalog.h"
#include "fixtures/fixtures.h"
#include "report/progress.h"
#include "run/run_builds.h"
#include "process/spawn.h"
#include "run/target.h"
#include "run/target_words.h"
#include "base/text.h"
#include "base/util.h"
#include "cli_support.h"
#include "docs.h"
#include "rows.h"
#include "terminal.h"
#include "tree.h"
#include "units.h"

/* a step from second 100 to 130 */
static int
half_a_minute(void *ctx)
{
	static const struct {
		double now;
		size_t done, all;
	} steps[] = {
		{100.1, 0, 0}, {100.2, 0, 30}, {100.6, 1, 30}, {100.7, 1, 30}, {103, 4, 30},
		{110.1, 11, 30}, {119, 20, 30}, {120.2, 21, 30}, {129, 29, 30},
	};
	struct progress p;

	(void)ctx;
	progress_begin(&p, stderr, "doing", 100);
	for (size_t i = 0; i < LENGTH(steps); i++)
		progress_step(&p, steps[i].now, steps[i].done, steps[i].all, "");
	progress_end(&p);
	progress_begin(&p, NULL, "silent", 100);
	progress_step(&p, 200, 1, 2, "");
	progress_end(&p);
	return 0;
}

static int
on_a_dumb_terminal(void *ctx)
{
	return setenv("TERM", "dumb", 1) || half_a_minute(ctx);
}

static void
test_progress(void)
{
	static const char lines[] = "unit: doing: 11 of 30\nunit: doing: 21 of 30\n";
	struct arena a = {0};
	struct watched on = {.err = true}, off = {0};
	struct seen seen = terminal_run(&a, &on, half_a_minute);

	row_text(__FILE__, __LINE__, seen.terminal,
		 "\r\033[Kdoing: 1 of 30\r\033[Kdoing: 4 of 30\r\033[Kdoing: 11 of 30"
		 "\r\033[Kdoing: 20 of 30\r\033[Kdoing: 21 of 30\r\033[Kdoing: 29 of 30\r\033[K");
	seen = terminal_run(&a, &off, half_a_minute);
	row_text(__FILE__, __LINE__, seen.pipe, lines);
	seen = terminal_run(&a, &on, on_a_dumb_terminal);
	row_text(__FILE__, __LINE__, seen.terminal, lines);
	arena_free(&a);
}

/* a compiler that waits for the file `go`; it is started in ROOT */
static const char slow[] =
	"case $1 in --version) ;; *) while [ ! -e go ]; do sleep 0.02; done ;; esac\n"
	"exec cc \"$@\"\n";

static void
let_go(void *ctx)
{
	tree_write(ctx, "go", "");
}

/* build the fixtures of a made-up target */
static int
build(void *ctx)
{
	struct tree *t = ctx;
	const char *products = arena_printf(&t->mem, "%s/build", t->dir);
	struct target_config config = {.home = t->root, .root = t->dir, .build = products,
				       .shared = products, .shown = "",
				       .loader = "none", .cc = "sh slow.sh"};
	struct target target = {.config = &config, .suffix = ".x.so", .adapter = "made up"};
	size_t all[8], n = 0;
	int bad;

	spawn_init();
	facts_add(&t->mem, &target.facts, "include", "/nonexistent");
	facts_add(&t->mem, &target.facts, "abi", "abi");
	facts_add(&t->mem, &target.facts, "cap", "native");
	if (target_fixtures(&t->mem, &target))
		return 1;
	for (; n < fixtures_catalog(target.fixtures)->nproducts; n++)
		all[n] = n;
	bad = builds_all(target.fixtures, all, n, 2, stderr, NULL);
	target_close(&target);
	return bad ? 1 : 0;
}

static void
test_build(void)
{
	struct tree t;
	struct watched w = {.err = true, .until = "building fixtures: 0 of 3", .then = let_go,
			    .ctx = &t};
	struct seen seen;

	tree_open(&t);
	tree_write(&t, "slow.sh", slow);
	tree_write(&t, "fixtures-src/area/a.c", "/* fixture: names=a1,a2 */\nint a;\n");
	tree_write(&t, "fixtures-src/area/b.txt", "copied\n");
	seen = terminal_run(&t.mem, &w, build);
	UNIT_CHECK(!seen.status && seen.until, "%d: %s", seen.status, seen.terminal);
	UNIT_CHECK(text_ends(seen.terminal, "\r\033[K"), "left: %s", seen.terminal);
	/* everything is built: no output */
	w.until = NULL;
	w.then = NULL;
	seen = terminal_run(&t.mem, &w, build);
	UNIT_CHECK(!seen.status && !*seen.terminal, "%d: %s", seen.status, seen.terminal);
	/* no terminal: nothing is drawn */
	tree_write(&t, "fixtures-src/area/a.c", "/* fixture: names=a1,a2 */\nint b;\n");
	w.err = false;
	seen = terminal_run(&t.mem, &w, build);
	UNIT_CHECK(!seen.status && !*seen.pipe, "%d: %s", seen.status, seen.pipe);
	tree_close(&t);
}

/* two products of one wrong source, a source that needs one of them, another wrong source */
static void
test_failed_build(void)
{
	struct tree t;
	struct watched w = {.ctx = &t};
	struct seen seen;

	tree_open(&t);
	tree_write(&t, "slow.sh", slow);
	let_go(&t);
	tree_write(&t, "fixtures-src/area/a.c", "/* fixture: names=a1,a2 */\nint a = nonsense;\n");
	tree_write(&t, "fixtures-src/area/b.c", "/* fixture: needs=a1.x.so */\nint b;\n");
	tree_write(&t, "fixtures-src/area/c.c", "int c = rubbish;\n");
	seen = terminal_run(&t.mem, &w, build);
	UNIT_CHECK(!seen.status, "%d: %s", seen.status, seen.pipe);
	for (size_t i = 0; i < 3; i++) {
		char said[] = "fixtures-src/area/?.c: cannot build for abi:";

		*strchr(said, '?') = (char)('a' + i);
		UNIT_CHECK(row_count(seen.pipe, said) == 1, "%s: %s", said, seen.pipe);
	}
	UNIT_CHECK(row_count(seen.pipe, "error: ") == 2, "%s", seen.pipe);
	tree_close(&t);
}

#define HEAD(source) "fixtures-src/" source ".c: cannot build for abi:\n"
#define AREA_A HEAD("a") "a.c: In function 'f':\na.c:1: error: x\n"

static void
test_words(void)
{
	static const struct {
		const char *block, *brief;
		int line;
	} briefs[] = {
		{AREA_A, "fixtures-src/a.c: cannot build for abi: a.c:1: error: x", __LINE__},
		{HEAD("a") "needs p.so, which could not be built\nmore\n",
		 "fixtures-src/a.c: cannot build for abi: needs p.so, which could not be built",
		 __LINE__},
		{HEAD("a"), "fixtures-src/a.c: cannot build for abi: ", __LINE__},
		{"", " ", __LINE__},
	};
	struct arena a = {0};

	for (size_t i = 0; i < LENGTH(briefs); i++)
		row_text(__FILE__, briefs[i].line, words_brief(&a, briefs[i].block),
			 briefs[i].brief);
	arena_free(&a);
}

static int
run_cases(void *ctx)
{
	struct cli *c = ctx;

	execl("/bin/sh", "sh", "-c",
	      arena_printf(&c->mem, "exec %s/conform --root %s %s -j1", c->build, c->root,
			   cli_fake(c)),
	      (char *)NULL);
	return 98;
}

/* progress of the cases goes to standard error, the result to standard output */
static void
test_cases(void)
{
	static const struct {
		bool out, err, drawn;
	} rows[] = {
		{true, true, true},
		{false, true, true},
		{true, false, false},
		{false, false, false},
	};
	struct cli c;

	cli_open(&c);
	cli_import(&c, "a/good", "good");
	cli_case(&c, "a/bad", "", "import x\n", "> import x\n= null\n");
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct watched w = {.out = rows[i].out, .err = rows[i].err, .ctx = &c};
		struct seen seen = terminal_run(&c.mem, &w, run_cases);
		const char *out = rows[i].out ? seen.terminal : seen.pipe;
		const char *err = rows[i].err ? seen.terminal : seen.pipe;

		UNIT_CHECK(seen.status == 1 && strstr(out, "FAILED: 1 unexpected"), "row %zu: %s",
			   i, out);
		UNIT_CHECK(!strstr(err, "[+1 -1 ~0 of 2] a/good") == !rows[i].drawn,
			   "row %zu: drawn or not: %s", i, err);
		UNIT_CHECK(!!strstr(seen.terminal, "\r\033[K") == rows[i].drawn, "row %zu", i);
		UNIT_CHECK(!strstr(seen.pipe, "\033[K"), "row %zu: on the pipe", i);
	}
	cli_close(&c);
}

/* run a copy of run_tests.sh with a make that "builds" a conform that says hello */
static int
first_run(void *ctx)
{
	static const char script[] =
		"PATH=$PWD/bin:$PATH; mkdir -p harness/tools/setup bin build\n"
		"echo : >harness/tools/setup/bootstrap.sh\n"
		"echo 'printf \"#!/bin/sh\\necho hello\\n\" >build/conform; "
		"chmod +x build/conform' >bin/make; chmod +x bin/make; exec sh ./run_tests.sh\n";
	struct tree *t = ctx;

	return chdir(t->dir) || execl("/bin/sh", "sh", "-c", script, (char *)NULL);
}

/* the first build of the program gives one line, only on a terminal */
static void
test_first_run(void)
{
	static const struct {
		bool err, built;
		const char *says;
	} rows[] = {
		{true, false, "building the suite itself\n"},
		{true, true, ""},
		{false, false, ""},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct tree t;
		struct watched w = {.err = rows[i].err, .ctx = &t};
		struct seen seen;

		tree_open(&t);
		tree_write(&t, "run_tests.sh", docs_text(&t.mem, "run_tests.sh"));
		terminal_run(&t.mem, &w, first_run);
		if (!rows[i].built)
			tree_write(&t, "build/conform", NULL);
		seen = terminal_run(&t.mem, &w, first_run);
		UNIT_CHECK(!seen.status && text_ends(seen.pipe, "hello\n"), "%d: %s", seen.status,
			   seen.pipe);
		row_text(__FILE__, __LINE__, seen.terminal, rows[i].says);
		tree_close(&t);
	}
}

void
unit_progress(void)
{
	static const struct row_test tests[] = {
		{"a line that is rewritten, or one each ten seconds", test_progress},
		{"while fixtures are built", test_build},
		{"a failed compile is shown once", test_failed_build},
		{"words of a build", test_words},
		{"while cases run", test_cases},
		{"when the program itself is built first", test_first_run},
	};

	rows_suite("progress", tests, LENGTH(tests));
}
