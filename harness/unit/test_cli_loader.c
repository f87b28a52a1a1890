/* Tests --loader: commands of every kind run unchanged; other commands give an error. */
#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli_support.h"
#include "base/text.h"
#include "units.h"

static void
one_case(struct cli *c)
{
	cli_open(c);
	cli_import(c, "a/good", "good");
}

/* run conform in the folder dir on one good case, with each kind of isolation */
static void
check_runs(struct cli *c, const char *dir, const char *loader)
{
	static const char *const isolations[] = {"fork", "exec"};

	for (size_t i = 0; i < LENGTH(isolations); i++) {
		const char *command =
			arena_printf(&c->mem, "%s/conform --root %s --isolation %s --loader %s",
				     c->build, c->root, isolations[i], loader);
		struct cli_ran ran = cli_shell(c, dir, command);

		UNIT_CHECK(ran.exit_code == 0, "%s %s: exit %d: %s", isolations[i], loader,
			   ran.exit_code, ran.text);
	}
}

/* a command line is split as a shell would split it, and runs in the caller's folder */
static void
test_command_lines(void)
{
	struct cli c;
	const char *fake, *dir;

	one_case(&c);
	fake = arena_printf(&c.mem, "%s/unit/fake_loader", c.build);
	dir = arena_printf(&c.mem, "%s/its dir", c.root);
	cli_script(&c, "its dir/wrap", "exec %s \"$@\"", fake);
	cli_script(&c, "its dir/needs", "[ \"$WANTED\" = 'a b' ] && exec %s \"$@\"", fake);
	CU_ASSERT_EQUAL(symlink("wrap", arena_printf(&c.mem, "%s/link", dir)), 0);
	check_runs(&c, dir, fake);
	check_runs(&c, dir, "./wrap");
	check_runs(&c, dir, "./link");
	check_runs(&c, c.root, "'its dir/wrap'");
	check_runs(&c, c.root, "\"'its dir/wrap' ignored\"");
	check_runs(&c, c.root, "'its\\ dir/wrap'");
	check_runs(&c, dir, "'env WANTED=\"a b\" ./needs'");
	check_runs(&c, dir, "./needs --env WANTED='a b'");
	cli_close(&c);
}

/* a command that is not a loader gives one sentence about its answer */
static const struct {
	const char *script; /* or NULL: */
	const char *loader;
	const char *says;
} strangers[] = {
	{NULL, "/bin/true", "it exited with 0 and no answer to --hello: expected an interpreter, "},
	{NULL, "/bin/cat", "it exited with 1 and no answer to --hello; it said: "},
	{NULL, "/etc/passwd", "cannot execute /etc/passwd: Permission denied"},
	{NULL, "/nonexistent/python", "cannot execute /nonexistent/python: No such file"},
	{NULL, "'sleep 100'", "it exited with 1 and no answer to --hello; it said: sleep: "},
	{NULL, "\"'unclosed\"", "the quote ' is not closed: 'unclosed"},
	{NULL, "''", "--loader is empty"},
	{"read line; exit 0", NULL, "it exited with 0 and no answer to --hello"},
	{"exec sleep 100", NULL, "it does not answer --hello within 2 s"},
	{"kill -SEGV $$", NULL, "it died by SIGSEGV instead of answering --hello"},
	{"echo hi; exec FAKE \"$@\"", NULL, "has 'hi' before the answer"},
	{"FAKE \"$@\"; echo bye", NULL, "has 'bye' after the answer"},
	{"FAKE \"$@\"; exit 3", NULL, "it answered --hello, but then exited with 3"},
	{"FAKE \"$@\" || exit; sleep 100", NULL, "it answered --hello, but does not end"},
	{"(sleep 1; FAKE \"$@\") & exit 0", NULL, "must stay in the foreground"},
	{"setsid sleep 100 & exit 0", NULL, "must stay in the foreground"},
	{"echo '{\"protocol\": 1, \"error\": \"it is ill\"}'", NULL, ": it is ill\n"},
	{"echo '{\"protocol\": 9}'", NULL, "its adapter speaks protocol 9, expected 1"},
};

static void
test_strangers(void)
{
	struct cli c;
	struct cli_ran ran;
	const char *fake;

	one_case(&c);
	fake = arena_printf(&c.mem, "%s/unit/fake_loader", c.build);
	for (size_t i = 0; i < LENGTH(strangers); i++) {
		const char *loader = strangers[i].loader;

		if (!loader)
			loader = cli_script(&c, "loader", "%s",
					    cli_with_fake(&c, strangers[i].script, fake));
		ran = cli_shell(&c, c.root,
				arena_printf(&c.mem,
					     "%s/conform --root . --timeout-scale 0.2 --loader %s",
					     c.build, loader));
		UNIT_CHECK(ran.exit_code == 2, "row %zu: exit %d", i, ran.exit_code);
		UNIT_CHECK(strstr(ran.text, strangers[i].says), "row %zu: said %s", i, ran.text);
		UNIT_CHECK(ran.text[strcspn(ran.text, "\n")] && !strchr(ran.text, '\n')[1],
			   "row %zu: more than one line: %s", i, ran.text);
	}
	cli_write(&c, "lost", "#!/nonexistent/sh -e\n");
	cli_shell(&c, c.root, "chmod +x lost");
	ran = cli_run(&c, "--loader %s/lost", c.root);
	UNIT_CHECK(strstr(ran.text, "No such file or directory; it is a script (#!/nonexistent/sh"),
		   "said %s", ran.text);
	cli_close(&c);
}

/* a Python that is too old has its own message, because it can run the adapter's first file */
static void
test_old_python(void)
{
	struct cli c;
	struct cli_ran ran;

	one_case(&c);
	cli_write(&c, "old.py", "import runpy, sys\n"
				"sys.version_info = 3, 5, 2, 'final', 0\n"
				"sys.argv = sys.argv[1:]\n"
				"runpy.run_path(sys.argv[0], run_name='__main__')\n");
	ran = cli_run(&c, "--loader %s+%s/old.py", cli_python(&c), c.root);
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	UNIT_CHECK(strstr(ran.text, "usable: this is Python 3.5; the suite needs 3.6 or later"),
		   "said %s", ran.text);
	cli_close(&c);
}

/* the adapter needs no extension module that a Python may lack */
static void
test_without_ctypes(void)
{
	static const char *const isolations[] = {"fork", "exec"};
	struct cli c;

	one_case(&c);
	cli_write(&c, "bare.py", "import runpy, sys\n"
				 "sys.modules['_ctypes'] = None\n"
				 "drop = '-I', '-S'\n"
				 "sys.argv = [arg for arg in sys.argv[1:] if arg not in drop]\n"
				 "runpy.run_path(sys.argv[0], run_name='__main__')\n");
	for (size_t i = 0; i < LENGTH(isolations); i++) {
		struct cli_ran ran = cli_run_own(&c, "-q --loader %s+%s/bare.py --isolation %s %s",
						 cli_python(&c), c.root, isolations[i],
						 "hook/plain-name");

		UNIT_CHECK(ran.exit_code == 0, "%s: said %s", isolations[i], ran.text);
	}
	cli_close(&c);
}

/* the run ends if a worker is not the program that answered hello */
static const struct {
	const char *isolation;
	const char *script; /* the command of the workers, not of hello */
	const char *says;
} changes[] = {
	{"fork", "exec FAKE.other \"$@\"", "hello was answered by FAKE and a worker is FAKE.other"},
	{"fork", "echo ready >&4; sleep 100", "it does not say who it is"},
	{"fork", "echo 'ready []' >&4; sleep 100", "not a JSON object"},
	{"fork",
	 "echo 'ready {\"facts\": {\"impl\": \"fake-1.0\", \"py\": \"3.13\"}}' >&4; sleep 100",
	 "the fact 'py' was '3.14' at hello and is '3.13' in a worker"},
	{"exec", "echo '# adapter {\"facts\": {\"impl\": \"fake-2.0\"}}' >&3; exec FAKE \"$@\"",
	 "is not the same at each start: the fact 'impl' was 'fake-1.0' at hello and "},
};

static void
test_changed(void)
{
	struct cli c;
	const char *fake;

	one_case(&c);
	cli_import(&c, "a/other", "other");
	fake = arena_printf(&c.mem, "%s/fake", c.root);
	cli_shell(&c, c.root,
		  arena_printf(&c.mem, "cp %s/unit/fake_loader fake; cp fake fake.other", c.build));
	for (size_t i = 0; i < LENGTH(changes); i++) {
		const char *loader = cli_script(&c, "loader",
						"[ \"$2\" != --hello ] || exec %s \"$@\"\n%s", fake,
						cli_with_fake(&c, changes[i].script, fake));
		struct cli_ran ran = cli_run(&c, "-j1 --isolation %s --loader %s",
					     changes[i].isolation, loader);

		UNIT_CHECK(ran.exit_code == 2, "row %zu: exit %d", i, ran.exit_code);
		UNIT_CHECK(strstr(ran.text, cli_with_fake(&c, changes[i].says, fake)),
			   "row %zu: said %s", i, ran.text);
		UNIT_CHECK(strstr(ran.text, "INCOMPLETE: "), "row %zu: said %s", i, ran.text);
	}
	cli_close(&c);
}

/*
 * The number of starts of the loader: one for hello, one for the worker, and one more for hello if
 * the memory limit is too small for it. Weak isolation, since the loader writes down its starts.
 */
#ifdef __SANITIZE_ADDRESS__
#define ASKED "--hello \n--hello \n"
#else
#define ASKED "--hello \n"
#endif

static void
test_starts(void)
{
	struct cli c;
	struct buf log = {0};
	const char *loader;

	one_case(&c);
	loader = cli_script(&c, "loader",
			    "echo \"$2\" \"$4\" >>%s/log\nexec %s/unit/fake_loader \"$@\"", c.root,
			    c.build);
	CU_ASSERT_EQUAL(cli_run(&c, "-j1 --isolation weak --loader %s", loader).exit_code, 0);
	CU_ASSERT_EQUAL(cli_run(&c, "-l --loader /bin/true").exit_code, 2);
	CU_ASSERT_STRING_EQUAL(cli_shell(&c, c.root, "ls build/run").text, "");
	file_read(arena_printf(&c.mem, "%s/log", c.root), &log);
	CU_ASSERT_STRING_EQUAL(buf_str(&log), ASKED "--fix --serve\n");
	buf_free(&log);
	/* a loader with a sanitizer needs more address space than the limit */
	loader = cli_script(&c, "loader",
			    "echo \"$2\" \"$4\" >>%s/log2\n"
			    "[ \"$(ulimit -v)\" = unlimited ] && exec %s/unit/fake_loader \"$@\"",
			    c.root, c.build);
	CU_ASSERT_EQUAL(cli_run(&c, "-j1 --isolation weak --loader %s", loader).exit_code, 0);
	file_read(arena_printf(&c.mem, "%s/log2", c.root), &log);
	CU_ASSERT_STRING_EQUAL(buf_str(&log), "--hello \n--hello \n--fix --serve\n");
	buf_free(&log);
	cli_close(&c);
}

/* reports name the command, the program that answered, and the environment that was added */
static void
test_reported(void)
{
	struct cli c;
	struct cli_ran ran;
	const char *loader, *fake;
	json_t *report, *target;

	one_case(&c);
	cli_case(&c, "a/bad", "", "import x\n", "> import x\n= 1\n");
	fake = arena_printf(&c.mem, "%s/unit/fake_loader", c.build);
	loader = cli_script(&c, "loader", "[ \"$A\" = 1 ] && [ \"$B\" = 2 ] && exec %s \"$@\"",
			    fake);
	setenv("B", "2", 1);
	ran = cli_run(&c, "--env A=1 --env B --loader %s -o console -o json:%s/report.json", loader,
		      c.root);
	unsetenv("B");
	CU_ASSERT_EQUAL(ran.exit_code, 1);
	UNIT_CHECK(strstr(ran.text, arena_printf(&c.mem, "\nprogram: %s\nenv:     A=1\nenv:     "
						 "B=2\nsuite: ", fake)),
		   "said %s", ran.text);
	UNIT_CHECK(strstr(ran.text, " --env A=1 --env B=2 a/bad\n"), "said %s", ran.text);
	report = cli_report(&c);
	target = json_object_get(report, "target");
	CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(target, "loader")), loader);
	CU_ASSERT_STRING_EQUAL(json_string_value(json_object_get(target, "program")), fake);
	CU_ASSERT_EQUAL(json_array_size(json_object_get(target, "env")), 2);
	json_decref(report);
	ran = cli_run(&c, "--env B --loader %s", loader);
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	UNIT_CHECK(strstr(ran.text, "--env: B is not set here"), "said %s", ran.text);
	cli_close(&c);
}

/* a note says once that the loader is started through a script */
static void
test_note(void)
{
	struct cli c;
	struct cli_ran ran;
	const char *loader, *note;

	one_case(&c);
	loader = cli_script(&c, "loader", "exec %s/unit/fake_loader \"$@\"", c.build);
	ran = cli_run(&c, "--loader %s", loader);
	note = strstr(ran.text, "/loader is a script (#!/bin/sh): each start of the loader goes");
	UNIT_CHECK(note && !strstr(note + strlen("/loader is"), "is a script"), "said %s",
		   ran.text);
	ran = cli_run(&c, "%s", cli_fake(&c));
	CU_ASSERT_PTR_NULL(strstr(ran.text, "is a script"));
	cli_close(&c);
}

/* settings of the dynamic linker in a wrapper reach the cases, in both isolations */
static void
test_wrapper_env(void)
{
	static const char *const isolations[] = {"fork", "exec"};
	struct cli c;
	const char *loader;

	cli_open(&c);
	loader = cli_script(&c, "wrap", "export LD_DYNAMIC_WEAK=1\nexec %s \"$@\"", cli_python(&c));
	for (size_t i = 0; i < LENGTH(isolations); i++) {
		struct cli_ran ran = cli_run_own(&c, "-q --loader %s --isolation %s "
						 "symbols/weak-definition-first", loader,
						 isolations[i]);

		UNIT_CHECK(ran.exit_code == 1, "%s: exit %d", isolations[i], ran.exit_code);
		UNIT_CHECK(strstr(ran.text, ", 1 failed"), "%s: said %s", isolations[i],
			   ran.text);
	}
	cli_close(&c);
}

/* whoever needs what --failed has asked does not ask again: the answer might be another one */
static void
test_asked_once(void)
{
	struct cli c;
	const char *loader, *asked;

	cli_open(&c);
	cli_import(&c, "a/good", "good");
	cli_case(&c, "a/bad", "", "import bad\n", "> import bad\n! ImportError\n");
	loader = cli_script(&c, "loader", "case \"$*\" in *--hello*) echo x >>%s/asked;; esac\n"
			    "exec %s/unit/fake_loader \"$@\"", c.root, c.build);
	cli_run(&c, "--isolation weak --loader %s", loader);
	unlink(arena_printf(&c.mem, "%s/asked", c.root));
	cli_run(&c, "--isolation weak --loader %s --failed --list", loader);
	asked = cli_shell(&c, c.root, "cat asked").text;
	UNIT_CHECK(!strcmp(asked, "x\n"), "asked: %s", asked);
	cli_close(&c);
}

void
unit_cli_loader(void)
{
	CU_pSuite s = CU_add_suite("cli loader", NULL, NULL);

	CU_add_test(s, "command lines", test_command_lines);
	CU_add_test(s, "a command that is not a loader", test_strangers);
	CU_add_test(s, "an old Python", test_old_python);
	CU_add_test(s, "a Python without _ctypes", test_without_ctypes);
	CU_add_test(s, "a worker that is another program", test_changed);
	CU_add_test(s, "number of starts", test_starts);
	CU_add_test(s, "the program and the environment", test_reported);
	CU_add_test(s, "a note about a script", test_note);
	CU_add_test(s, "a wrapper that tells the dynamic linker", test_wrapper_env);
	CU_add_test(s, "--failed asks once", test_asked_once);
}
