/* Tests --write-known, from a failing run to a list that is empty again. */
#include <CUnit/CUnit.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli_support.h"
#include "units.h"

/* three failures of one cause, in a and b; a crash, a pass, a case that is skipped */
static void
failing_suite(struct cli *c)
{
	cli_open(c);
	cli_case(c, "a/null-1", "", "import x\n", "> import x\n= null\n");
	cli_case(c, "a/null-2", "", "import y\n", "> import y\n= null\n");
	cli_case(c, "b/null", "", "import z\n", "> import z\n= null\n");
	cli_import(c, "b/dies", "evil_kill_group");
	cli_import(c, "b/good", "good");
	cli_case(c, "b/skipped", "requires: cap:native\n", "import x\n", "> import x\n= null\n");
}

static void
mend(struct cli *c, const char *id, const char *name)
{
	cli_write(c, arena_printf(&c->mem, "expected/%s.out", id),
		  "> import %s\n= <module \"%s\">\n", name, name);
}

static const char *
text_of(struct cli *c, const char *name)
{
	struct buf b = {0};
	const char *text;

	file_read(arena_printf(&c->mem, "%s/%s", c->root, name), &b);
	text = arena_strdup(&c->mem, buf_str(&b));
	buf_free(&b);
	return text;
}

/* the lines of the list after its heading, which has two lines and a blank one */
static const char *
lines_of(struct cli *c, const char *name)
{
	const char *gap = strstr(text_of(c, name), "\n\n");

	return gap ? gap + 2 : "(no heading)";
}

static struct cli_ran
run(struct cli *c, const char *words)
{
	const char *at = strchr(words, '@');

	while (at) {
		words = arena_printf(&c->mem, "%.*s%s%s", (int)(at - words), words, c->root,
				     at + 1);
		at = strchr(words, '@');
	}
	return cli_run(c, "%s %s", cli_fake(c), words);
}

static void
check_list(struct cli *c, const char *name, const char *want)
{
	UNIT_CHECK(!strcmp(lines_of(c, name), want), "got %s, want %s", lines_of(c, name), want);
}

/* write the list, run without failures, mend one case, delete its line; repeat to the end */
static void
test_loop(void)
{
	struct cli c;
	struct cli_ran ran;

	failing_suite(&c);
	ran = run(&c, "--write-known @/my.known");
	CU_ASSERT_EQUAL(ran.exit_code, 1);
	UNIT_CHECK(strstr(ran.text, "kept 0, changed 0, dropped 0, new 3"), "said %s", ran.text);
	check_list(&c, "my.known",
		   "fail    a/null-*  -- expected = null, got = <module \"NAME\">\n"
		   "fail    b/null  -- expected = null, got = <module \"NAME\">\n"
		   "crash   b/dies  -- died by SIGKILL while loading\n");
	ran = run(&c, "--known @/my.known");
	UNIT_CHECK(ran.exit_code == 0 && strstr(ran.text, "4 failed as known"), "said %s",
		   ran.text);
	mend(&c, "b/null", "z");
	ran = run(&c, "--known @/my.known");
	CU_ASSERT_EQUAL(ran.exit_code, 1);
	UNIT_CHECK(strstr(ran.text, arena_printf(&c.mem, "%s/my.known:5 lists it", c.root)),
		   "said %s", ran.text);
	mend(&c, "a/null-1", "x");
	ran = run(&c, "--known @/my.known --write-known @/my.known");
	UNIT_CHECK(strstr(ran.text, "kept 1, changed 1, dropped 1, new 0"), "said %s", ran.text);
	check_list(&c, "my.known",
		   "fail    a/null-2  -- expected = null, got = <module \"NAME\">\n"
		   "crash   b/dies  -- died by SIGKILL while loading\n");
	CU_ASSERT_EQUAL(run(&c, "--known @/my.known").exit_code, 0);
	mend(&c, "a/null-2", "y");
	cli_import(&c, "b/dies", "good");
	run(&c, "--write-known @/my.known");
	check_list(&c, "my.known", "");
	CU_ASSERT_EQUAL(run(&c, "--known @/my.known").exit_code, 0);
	cli_close(&c);
}

/* cases that other lists excuse get no line; a run of some cases keeps the lines of others */
static void
test_others(void)
{
	struct cli c;
	struct cli_ran ran;

	failing_suite(&c);
	cli_write(&c, "expected/known/fake.known", "fail a/null-* -- its own\n");
	cli_write(&c, "other.known", "detail b/dies -- not enough\n");
	cli_write(&c, "my.known", "# mine\n\nfail b/null until=2999-12-31 -- wait\n");
	ran = run(&c, "--known @/other.known --write-known @/my.known b/dies");
	UNIT_CHECK(strstr(ran.text, "other.known:1 is found first, and does not excuse b/dies"),
		   "said %s", ran.text);
	check_list(&c, "my.known",
		   "fail b/null until=2999-12-31 -- wait\n"
		   "crash   b/dies  -- died by SIGKILL while loading\n");
	ran = run(&c, "--known @/my.known --known @/other.known --write-known @/my.known");
	UNIT_CHECK(ran.exit_code == 0 && strstr(ran.text, "kept 2, changed 0, dropped 0, new 0"),
		   "said %s", ran.text);
	cli_case(&c, "b/broken", "", "import evil_exit0\n", "> import evil_exit0\n= null\n");
	ran = run(&c, "--known @/my.known --write-known @/my.known");
	CU_ASSERT_EQUAL(ran.exit_code, 2);
	UNIT_CHECK(strstr(ran.text, "1 BROKEN or FLAKY, which no list can excuse"), "said %s",
		   ran.text);
	CU_ASSERT_PTR_NULL(strstr(text_of(&c, "my.known"), "broken"));
	cli_close(&c);
}

/* after an interrupted run no line is deleted, neither for missing cases nor for passed ones */
static void
test_stopped(void)
{
	static const char list[] = "# mine\n\nfail b/good -- passes\nfail b/null -- not reached\n"
				   "fail a/null-2 -- not reached\n";
	struct cli c;
	struct cli_ran ran;

	failing_suite(&c);
	cli_write(&c, "my.known", "%s", list);
	ran = run(&c, "--write-known @/my.known -x -j1");
	UNIT_CHECK(strstr(ran.text, "the run was stopped, so no line was dropped"), "said %s",
		   ran.text);
	UNIT_CHECK(!strncmp(text_of(&c, "my.known"), list, strlen(list)), "got %s",
		   text_of(&c, "my.known"));
	CU_ASSERT_PTR_NOT_NULL(strstr(text_of(&c, "my.known"), "fail    a/null-1  -- "));
	cli_close(&c);
}

/* a file that is not a list, or not writable, is an error before the run; it stays unchanged */
static void
test_refused(void)
{
	static const struct {
		const char *words, *says;
	} t[] = {
		{"--write-known @", "is not a regular file"},
		{"--write-known /dev/null", "is not a regular file"},
		{"--write-known @/nosuch/my.known", "cannot write into the folder"},
		{"--write-known @/bad.known", "bad.known:1: unknown kind 'flail'"},
		{"--write-known @/gone.known", "gone.known:1: 'a/gone' matches no case"},
		{"--write-known @/new.known --loader /bin/true", "expected one --loader"},
		{"--write-known @/new.known --bless", "goes with a run only"},
		{"--write-known @/new.known --list", "goes with a run only"},
	};
	struct cli c;

	failing_suite(&c);
	cli_write(&c, "bad.known", "flail a/null-1 -- x\n");
	cli_write(&c, "gone.known", "fail a/gone -- x\n");
	for (size_t i = 0; i < LENGTH(t); i++) {
		struct cli_ran ran = run(&c, t[i].words);

		UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, t[i].says), "'%s': exit %d; %s",
			   t[i].words, ran.exit_code, ran.text);
		UNIT_CHECK(!strstr(ran.text, "executed"), "'%s': ran; %s", t[i].words, ran.text);
	}
	CU_ASSERT_STRING_EQUAL(text_of(&c, "bad.known"), "flail a/null-1 -- x\n");
	CU_ASSERT_STRING_EQUAL(text_of(&c, "gone.known"), "fail a/gone -- x\n");
	CU_ASSERT_TRUE(access(arena_printf(&c.mem, "%s/new.known", c.root), F_OK));
	cli_close(&c);
}

static void
count_entry(void *ctx, const char *name)
{
	(void)name;
	++*(int *)ctx;
}

/* the target of a link is written, and no other file is left there */
static void
test_link(void)
{
	struct cli c;
	const char *link;
	struct stat st;
	int entries = 0;

	failing_suite(&c);
	link = arena_printf(&c.mem, "%s/link.known", c.root);
	cli_write(&c, "real/my.known", "# mine\n\nskip b/* -- not these\n");
	if (symlink("real/my.known", link))
		die("cannot link %s:", link);
	run(&c, "--known @/link.known --write-known @/link.known");
	CU_ASSERT_TRUE(!lstat(link, &st) && S_ISLNK(st.st_mode));
	check_list(&c, "real/my.known",
		   "skip b/* -- not these\n"
		   "fail    a/null-*  -- expected = null, got = <module \"NAME\">\n");
	dir_each(arena_printf(&c.mem, "%s/real", c.root), count_entry, &entries);
	CU_ASSERT_EQUAL(entries, 1);
	cli_close(&c);
}

static void
write_plugin(struct cli *c, const char *executed)
{
	cli_write(c, "plugin.py",
		  "import _imp\nown_create, own_exec = _imp.create_dynamic, _imp.exec_dynamic\n\n\n"
		  "def create_dynamic(spec, file=None):\n"
		  "    return own_create(spec) if file is None else own_create(spec, file)\n\n\n"
		  "def exec_dynamic(module):\n    return %s\n", executed);
}

/* the same with the project's own cases, under a plug-in without the second phase */
static void
test_plugin(void)
{
	struct cli c;
	struct cli_ran ran;
	const char *words;

	cli_open(&c);
	words = arena_printf(&c.mem, "--loader %s --plugin %s/plugin.py multiphase/* import/*",
			     cli_python(&c), c.root);
	write_plugin(&c, "0");
	ran = cli_run_own(&c, "-q %s --write-known %s/my.known", words, c.root);
	UNIT_CHECK(ran.exit_code == 1, "exit %d; %s", ran.exit_code, ran.text);
	CU_ASSERT_PTR_NOT_NULL(strstr(lines_of(&c, "my.known"), " multiphase/"));
	ran = cli_run_own(&c, "-q %s --known %s/my.known", words, c.root);
	UNIT_CHECK(ran.exit_code == 0, "exit %d; %s", ran.exit_code, ran.text);
	write_plugin(&c, "own_exec(module)");
	ran = cli_run_own(&c, "-q %s --known %s/my.known", words, c.root);
	UNIT_CHECK(ran.exit_code == 1 && strstr(ran.text, "/my.known:4 lists it: remove its line"),
		   "exit %d; %s", ran.exit_code, ran.text);
	cli_run_own(&c, "-q %s --known %s/my.known --write-known %s/my.known", words, c.root,
		    c.root);
	check_list(&c, "my.known", "");
	ran = cli_run_own(&c, "-q %s --known %s/my.known", words, c.root);
	UNIT_CHECK(ran.exit_code == 0, "exit %d; %s", ran.exit_code, ran.text);
	cli_close(&c);
}

/* README's loader has no failures with its list, also where it is right and CPython is wrong */
static void
test_naive(void)
{
	struct cli c;
	struct cli_ran ran;
	const char *words;

	cli_open(&c);
	ran = cli_shell(&c, c.home, arena_printf(&c.mem, "make -s examples LOADER='%s' B=%s/built",
						 cli_python(&c), c.root));
	UNIT_CHECK(ran.exit_code == 0, "said %s", ran.text);
	words = arena_printf(&c.mem, "-q --loader %s --plugin %s/built/examples/naive_loader.so",
			     cli_python(&c), c.root);
	ran = cli_run_own(&c, "%s --write-known %s/my.known", words, c.root);
	UNIT_CHECK(ran.exit_code == 1, "exit %d", ran.exit_code);
	UNIT_CHECK(!strstr(ran.text, "XPASS"), "said %s", ran.text);
	ran = cli_run_own(&c, "%s --known %s/my.known", words, c.root);
	UNIT_CHECK(ran.exit_code == 0, "exit %d; %s", ran.exit_code, ran.text);
	cli_close(&c);
}

void
unit_cli_excuse(void)
{
	CU_pSuite s = CU_add_suite("cli excuse", NULL, NULL);

	CU_add_test(s, "from a failing run to an empty list", test_loop);
	CU_add_test(s, "beside other lists", test_others);
	CU_add_test(s, "a run that was stopped", test_stopped);
	CU_add_test(s, "what is refused", test_refused);
	CU_add_test(s, "through a link", test_link);
	CU_add_test(s, "a plug-in that forgets a phase", test_plugin);
	CU_add_test(s, "the naive loader", test_naive);
}
