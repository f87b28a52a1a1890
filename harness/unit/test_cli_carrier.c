/* What a carrier, which executes a program of another machine, changes in a run. */
#include <CUnit/CUnit.h>
#include <string.h>

#include "base/util.h"
#include "cli_support.h"
#include "rows.h"
#include "units.h"

/*
 * The fake loader under a name that a carrier has, or under its own. It starts slowly for a case,
 * and says something before that.
 */
static const char *
slow_loader(struct cli *c, const char *name, const char *says)
{
	struct cli_ran ran = cli_shell(c, c->root,
				       arena_printf(&c->mem, "cp %s/unit/fake_loader %s", c->build,
						    name));

	UNIT_CHECK(!ran.exit_code, "cannot copy: %s", ran.text);
	return cli_script(c, "loader",
			  "if [ \"$2\" = --hello ]; then sleep 0.6\n"
			  "else sleep 1.5; echo '%s' >&2; fi\n"
			  "exec %s/%s \"$@\"", says, c->root, name);
}

static void
check_run(const char *name, const char *says, const char *module, const char *told, int exit_code)
{
	static const char *const ids[] = {"a/one", "a/two"};
	struct cli_ran ran;
	struct cli c;

	cli_open(&c);
	/* a cause is shown if two results have it */
	for (size_t i = 0; i < LENGTH(ids); i++)
		cli_case(&c, ids[i], "timeout: 1\n",
			 arena_printf(&c.mem, "import %s\n", module),
			 arena_printf(&c.mem, "> import %s\n= <module \"%s\">\n", module,
				      module));
	ran = cli_run(&c, "--isolation exec -j2 --loader %s", slow_loader(&c, name, says));
	UNIT_CHECK(ran.exit_code == exit_code, "%s %s: exit %d, said %s", name, module,
		   ran.exit_code, ran.text);
	UNIT_CHECK(strstr(ran.text, told), "%s %s: said %s", name, module, ran.text);
	cli_close(&c);
}

/* a case gets more time by what a start costs, but only under a carrier */
static void
test_time(void)
{
	check_run("qemu-mars", "hello", "good", "since a start is slow, limits of time are ", 0);
	check_run("mars", "hello", "good", "TIMEOUT a/one", 1);
}

/* a known line that holds under this carrier alone */
static void
test_known(void)
{
	static const char *const names[] = {"qemu-mars", "mars"};

	for (size_t i = 0; i < LENGTH(names); i++) {
		struct cli_ran ran;
		struct cli c;

		cli_open(&c);
		cli_import(&c, "a/one", "evil_crash");
		cli_write(&c, "own.known", "crash a/one if carrier=qemu -- it crashes\n");
		ran = cli_run(&c, "--isolation exec --timeout-scale 9 --known %s/own.known "
			      "--loader %s", c.root, slow_loader(&c, names[i], ""));
		UNIT_CHECK(ran.exit_code == (int)i, "%s: exit %d, said %s", names[i],
			   ran.exit_code, ran.text);
		cli_close(&c);
	}
}

static void
test_cause(void)
{
	check_run("qemu-mars", "qemu: unhandled CPU exception 0x3 - aborting", "evil_crash",
		  "the carrier failed, not the loader: qemu: unhandled CPU exception", 1);
	check_run("qemu-mars", "qemu: uncaught target signal 11 (Segmentation fault)", "evil_crash",
		  "died by SIGSEGV", 1);
}

/* a loader of WebAssembly files; a fixture that only ELF can make is not asked for */
static void
test_wasm(void)
{
	struct cli_ran ran;
	struct cli c;

	cli_open(&c);
	cli_import(&c, "a/one", "good");
	cli_import(&c, "a/two", "checked");
	cli_import(&c, "a/three", "edited");
	cli_write(&c, "fixtures-src/a/checked.c", "/* fixture: check=exports:f */\nint f;\n");
	cli_write(&c, "fixtures-src/a/edited.c", "/* fixture: edit=class=other */\nint f;\n");
	ran = cli_run(&c, "--isolation exec --loader %s",
		      cli_script(&c, "loader",
				 "fake=%s/unit/fake_loader\nfor last; do :; done\n"
				 "[ \"$last\" = --hello ] || exec $fake native \"$@\"\n"
				 "$fake native \"$@\" | sed -u 's/\"arch\": \"[^\"]*\"/"
				 "\"carrier\": \"node\", \"arch\": \"wasm32\"/'", c.build));
	UNIT_CHECK(!ran.exit_code, "exit %d, said %s", ran.exit_code, ran.text);
	UNIT_CHECK(strstr(ran.text, "not ELF: fixtures-src/a/checked.c has a key 'check', which is "
				    "about ELF files"), "said %s", ran.text);
	UNIT_CHECK(strstr(ran.text, "not ELF: fixtures-src/a/edited.c has a key 'edit'"), "said %s",
		   ran.text);
	cli_close(&c);
}

/*
 * A wrapper that passes no descriptors on and puts the machine's folders elsewhere, as a carrier of
 * another system does: paths, events and the transcript are the same as without it.
 */
static void
test_border(void)
{
	static const char cases[] = "adapter/echo adapter/events adapter/words-roots "
				    "multiphase/exec-sees-attributes spec/package-given";
	struct cli_ran ran;
	struct cli c;

	cli_open(&c);
	ran = cli_run_own(&c, "--isolation exec --level detail --loader %s %s",
			  cli_script(&c, "loader",
				     "if [ -n \"${CONFORM_FD-}\" ]; then\n"
				     "CONFORM_ROOT=/proc/self/root CONFORM_PID=$$\n"
				     "CONFORM_FILE=$CONFORM_ROOT/proc/$$/fd/$CONFORM_FD\n"
				     "export CONFORM_ROOT CONFORM_PID CONFORM_FILE\n"
				     "unset CONFORM_FD\n"
				     "fi\n"
				     "exec %s \"$@\"", cli_python(&c)), cases);
	UNIT_CHECK(!strstr(ran.text, "not proven"), "said %s", ran.text);
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, "OK: 5 planned, 5 executed"),
		   "exit %d, said %s", ran.exit_code, ran.text);
	cli_close(&c);
}

/* without fork, a plug-in is tried in subinterpreters of another program */
static void
test_no_fork(void)
{
	static const struct {
		const char *plugin, *kinds;
	} rows[] = {
		{"from _imp import create_dynamic, exec_dynamic\n", "['legacy'"},
		{"raise ImportError('it supports no subinterpreters')\n", "[]"},
		{"import os\nos.abort()\n", "[]"},
	};
	struct cli_ran ran;
	struct cli c;

	cli_open(&c);
	cli_write(&c, "ask.py",
		  "import os, sys\n"
		  "del os.fork\n"
		  "sys.path.insert(0, sys.argv[1])\n"
		  "import conform_adapter\n"
		  "hello = conform_adapter.part('conform_hello')\n"
		  "print(hello.interpreters(sys.argv[2], hello.has_fork()))\n");
	for (size_t i = 0; i < LENGTH(rows); i++) {
		cli_write(&c, "plugin.py", "%s", rows[i].plugin);
		ran = cli_shell(&c, c.home,
				arena_printf(&c.mem, "%s %s/ask.py harness/adapter %s/plugin.py",
					     cli_python(&c), c.root, c.root));
		UNIT_CHECK(!ran.exit_code && strstr(ran.text, rows[i].kinds),
			   "row %zu: exit %d, said %s", i, ran.exit_code, ran.text);
	}
	cli_close(&c);
}

void
unit_cli_carrier(void)
{
	static const struct row_test tests[] = {
		{"time", test_time},
		{"a known line", test_known},
		{"a failure of its own", test_cause},
		{"WebAssembly", test_wasm},
		{"a border", test_border},
		{"no fork", test_no_fork},
	};

	rows_suite("cli carrier", tests, LENGTH(tests));
}
