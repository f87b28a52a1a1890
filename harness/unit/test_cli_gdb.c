/*
 * Tests --gdb: the commands for gdb, and cases that run under gdb or under a script that obeys the
 * same commands. gdb itself is used only if it is installed and allowed to trace.
 */
#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli_support.h"
#include "debug.h"
#include "rows.h"
#include "units.h"

static char word_args[] = "--fix", word_blank[] = "/a b/it's";
static char word_env[] = "A=x y", word_home[] = "H=/t";

static void
test_script(void)
{
	char *args[] = {word_args, word_blank, NULL}, *env[] = {word_env, word_home, NULL};
	struct debug_plan plan = {.program = "/p q/python", .native = true, .args = args,
				  .env = env, .tmp = "/t m", .request = "/r q"};
	struct buf b = {0};

	debug_script(&b, &plan);
	row_contains(__FILE__, __LINE__, buf_str(&b), "set breakpoint pending on\n");
	row_contains(__FILE__, __LINE__, buf_str(&b), "define hook-run\nfile '/p q/python'\n");
	row_contains(__FILE__, __LINE__, buf_str(&b), "set exec-wrapper env -i 'A=x y' H=/t\n");
	row_contains(__FILE__, __LINE__, buf_str(&b),
		     "set args --fix '/a b/it'\\''s' <'/r q' 3>&1\n");
	row_contains(__FILE__, __LINE__, buf_str(&b), "rm -rf '/t m'; mkdir '/t m'\n");
	row_text(__FILE__, __LINE__, debug_program(&plan), "/p q/python");
	buf_clear(&b);
	plan.native = false;
	debug_script(&b, &plan);
	row_contains(__FILE__, __LINE__, buf_str(&b),
		     "set args -c 'exec \"$@\"' sh '/p q/python' --fix '/a b/it'\\''s' "
		     "<'/r q' 3>&1\n");
	row_text(__FILE__, __LINE__, debug_program(&plan), "/bin/sh");
	buf_free(&b);
}

/* a script in place of gdb; runs the program once, as gdb would */
static const char stand_in[] =
	"#!/bin/sh\n"
	"echo \"gdb: $*\"\n"
	"while IFS= read -r line; do\n"
	"case $line in\n"
	"'set args '*) args=${line#set args } ;;\n"
	"'set exec-wrapper '*) wrapper=${line#set exec-wrapper } ;;\n"
	"esac\n"
	"done <\"$3\"\n"
	"exec \"$SHELL\" -c \"exec $wrapper $4 $args\"\n";

static void
executable(struct cli *c, const char *path, const char *text)
{
	cli_write(c, path, "%s", text);
	chmod(arena_printf(&c->mem, "%s/%s", c->root, path), 0755);
}

/* put ROOT/bin before the rest of PATH; returns the old PATH */
static const char *
lead_path(struct cli *c)
{
	const char *path = arena_strdup(&c->mem, getenv("PATH"));

	setenv("PATH", arena_printf(&c->mem, "%s/bin:%s", c->root, path), 1);
	return path;
}

/* a script that logs the environment and starts the fake loader */
static const char *
scripted(struct cli *c)
{
	executable(c, "loader",
		   arena_printf(&c->mem,
				"#!/bin/sh\n/usr/bin/env >%s/env\n"
				"exec %s/unit/fake_loader \"$@\"\n",
				c->root, c->build));
	return arena_printf(&c->mem, "--loader %s/loader", c->root);
}

static void
check_debugged(struct cli *c, const char *words)
{
	struct cli_ran ran = cli_run(c, "--gdb %s", words);

	UNIT_CHECK(ran.exit_code == 0, "'%s': exit %d, said %s", words, ran.exit_code, ran.text);
	UNIT_CHECK(strstr(ran.text, "gdb: -q -x "), "'%s': said %s", words, ran.text);
	UNIT_CHECK(strstr(ran.text, "in a process of its own"), "'%s': said %s", words, ran.text);
	UNIT_CHECK(strstr(ran.text, "> import x\n= <module \"x\">\n# end\n"), "'%s': said %s",
		   words, ran.text);
}

static void
test_stand_in(void)
{
	struct cli c;
	struct buf env = {0};
	const char *path;

	cli_open(&c);
	executable(&c, "bin/gdb", stand_in);
	cli_case(&c, "a/plain", "", "import x\n", "> import x\n= 1\n");
	cli_case(&c, "a/own", "env: A=$TMP/x y\nargs: -W error\n", "import x\n",
		 "> import x\n= 1\n");
	path = lead_path(&c);
	setenv("CONFORM_OUTSIDE", "1", 1);
	check_debugged(&c, arena_printf(&c.mem, "%s a/plain", cli_fake(&c)));
	check_debugged(&c, arena_printf(&c.mem, "%s --isolation exec a/plain", cli_fake(&c)));
	check_debugged(&c, arena_printf(&c.mem, "%s --isolation fork a/own", cli_fake(&c)));
	check_debugged(&c, arena_printf(&c.mem, "%s a/own", scripted(&c)));
	setenv("PATH", path, 1);
	unsetenv("CONFORM_OUTSIDE");
	file_read(arena_printf(&c.mem, "%s/env", c.root), &env);
	row_contains(__FILE__, __LINE__, buf_str(&env),
		     arena_printf(&c.mem, "A=%s/build/gdb/a/own/tmp/x y\n", c.root));
	row_contains(__FILE__, __LINE__, buf_str(&env), "CONFORM_FD=3\n");
	CU_ASSERT_PTR_NULL(strstr(buf_str(&env), "CONFORM_OUTSIDE"));
	buf_free(&env);
	cli_close(&c);
}

static void
test_refused(void)
{
	static const struct {
		const char *words, *says;
	} rows[] = {
		{"--gdb a/*", "expected one case, 2 are selected"},
		{"--gdb a/plain --loader python3", "expected one --loader"},
		{"--gdb a/plain --wrapper valgrind", "does not go with --wrapper"},
		{"--gdb a/plain", "cannot run gdb"},
		{"--gdb a/builds-not", "no fixture makes $FIX/a/no.so"},
	};
	struct cli c;
	const char *path;

	cli_open(&c);
	cli_import(&c, "a/plain", "x");
	cli_case(&c, "a/builds-not", "", "load x $FIX/a/no.so\n", "> load x $FIX/a/no.so\n");
	path = arena_strdup(&c.mem, getenv("PATH"));
	setenv("PATH", "/nonexistent", 1);
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct cli_ran ran = cli_run(&c, "%s %s", cli_fake(&c), rows[i].words);

		UNIT_CHECK(ran.exit_code == 2, "'%s': exit %d", rows[i].words, ran.exit_code);
		UNIT_CHECK(strstr(ran.text, rows[i].says), "'%s': said %s", rows[i].words,
			   ran.text);
	}
	setenv("PATH", path, 1);
	cli_close(&c);
}

/* gdb itself stops in a fixture's hook, and again in a second run */
static const char real[] =
	"#!/bin/sh\n"
	"PATH=${PATH#*:}\n"
	"gdb -batch -ex run /bin/true 2>&1 | grep -q 'exited normally' ||\n"
	"	{ echo 'no gdb here that may trace'; exit; }\n"
	"exec gdb -batch \"$@\" -ex 'break PyInit_plain' -ex run -ex continue -ex run\n";

static void
test_gdb(void)
{
	struct cli c;
	struct cli_ran ran;
	const char *path, *hit;

	cli_open(&c);
	executable(&c, "bin/gdb", real);
	path = lead_path(&c);
	ran = cli_run_own(&c, "--gdb hook/plain-name");
	setenv("PATH", path, 1);
	hit = strstr(ran.text, "Breakpoint 1, ");
	if (!strstr(ran.text, "no gdb here")) {
		UNIT_CHECK(hit && strstr(hit + 1, "Breakpoint 1, "), "said %s", ran.text);
		UNIT_CHECK(strstr(ran.text, "\n# end\n"), "said %s", ran.text);
	}
	cli_close(&c);
}

void
unit_cli_gdb(void)
{
	static const struct row_test tests[] = {
		{"commands", test_script},
		{"a stand-in for gdb", test_stand_in},
		{"refusals", test_refused},
		{"gdb itself", test_gdb},
	};

	rows_suite("cli gdb", tests, LENGTH(tests));
}
