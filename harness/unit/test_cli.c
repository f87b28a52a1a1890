/* Tests the whole program: misbehaving loaders, bad input, interruption, large suites. */
#include <CUnit/CUnit.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cli_support.h"
#include "units.h"

/* each misbehaviour of the fake loader, and the outcomes that are right for it */
static const struct {
	const char *name;
	const char *outcomes; /* outcomes that are right */
	const char *apart; /* if its parent is process 1 of namespaces, which no signal reaches */
} evils[] = {
	{"evil_exit0", "BROKEN", NULL},
	{"evil_exit3", "CRASH", NULL},
	{"evil_forge", "BROKEN", NULL},
	{"evil_forge_token", "BROKEN", NULL},
	{"evil_forge_death", "BROKEN", NULL},
	{"evil_forge_then_die", "CRASH BROKEN", NULL},
	{"evil_crash", "CRASH", NULL},
	{"evil_hang", "TIMEOUT", NULL},
	{"evil_stop", "TIMEOUT", NULL},
	{"evil_half", "TIMEOUT", NULL},
	{"evil_half_exit", "BROKEN", NULL},
	{"evil_flood", "BROKEN", NULL},
	{"evil_flood_log", "BROKEN", NULL},
	{"evil_child", "BROKEN", NULL},
	{"evil_daemon", "BROKEN", NULL},
	{"evil_kill_parent", "BROKEN", "PASS"},
	{"evil_kill_group", "CRASH", NULL},
	{"evil_stop_parent", "TIMEOUT BROKEN", "PASS"},
	{"evil_close", "BROKEN", NULL},
	{"evil_garbage", "BROKEN", NULL},
	{"evil_nul", "BROKEN", NULL},
	{"evil_latin1", "BROKEN", NULL},
	{"evil_control", "FAIL", NULL},
};

/* the outcomes that are right, given how the cases were kept apart */
static const char *
right(size_t i, const json_t *report)
{
	bool exec = !strcmp(json_string_value(json_object_get(report, "isolation")), "exec");
	const char *by = json_string_value(json_object_get(report, "isolated_by"));

	return evils[i].apart && exec && !strcmp(by, "namespaces") ? evils[i].apart
								    : evils[i].outcomes;
}

static void
check_evils(const char *isolation)
{
	struct cli c;
	struct cli_ran ran;
	json_t *report;

	cli_open(&c);
	for (size_t i = 0; i < LENGTH(evils); i++) {
		cli_import(&c, arena_printf(&c.mem, "a/%02zu-evil", i), evils[i].name);
		cli_import(&c, arena_printf(&c.mem, "a/%02zu-good", i), "good");
	}
	ran = cli_run(&c, "%s -j3 --isolation %s -o json:%s/report.json", cli_fake(&c), isolation,
		      c.root);
	report = cli_report(&c);
	UNIT_CHECK(ran.exit_code == 2, "%s: exit %d", isolation, ran.exit_code);
	UNIT_CHECK(report != NULL, "%s: no report; %s", isolation, ran.text);
	for (size_t i = 0; i < LENGTH(evils); i++) {
		const char *got = cli_outcome(report, arena_printf(&c.mem, "a/%02zu-evil", i));
		const char *good = cli_outcome(report, arena_printf(&c.mem, "a/%02zu-good", i));

		UNIT_CHECK(*got && strstr(right(i, report), got), "%s %s: %s, expected %s",
			   isolation, evils[i].name, got, right(i, report));
		UNIT_CHECK(!strcmp(good, "PASS"), "%s: the good case beside %s: %s", isolation,
			   evils[i].name, good);
	}
	CU_ASSERT_EQUAL(cli_processes(arena_printf(&c.mem, "--fix %s", c.root)), 0);
	json_decref(report);
	cli_close(&c);
}

static void
test_evils_fork(void)
{
	check_evils("fork");
	check_evils("fork,weak");
}

static void
test_evils_exec(void)
{
	check_evils("exec");
	check_evils("exec,weak");
}

/* a command that is not a loader gives an error message, soon */
static void
test_no_loader(void)
{
	static const char *const loaders[] = {
		"/bin/true",           "/bin/cat",      "sleep+100", "/etc/passwd",
		"/nonexistent/python", "nosuchcommand", "/",         "FAKE+mute",
	};
	struct cli c;

	cli_open(&c);
	cli_import(&c, "a/good", "good");
	for (size_t i = 0; i < LENGTH(loaders); i++) {
		const char *loader = loaders[i];
		struct cli_ran ran;

		if (!strcmp(loader, "FAKE+mute"))
			loader = arena_printf(&c.mem, "%s/unit/fake_loader+mute", c.build);
		ran = cli_run(&c, "--timeout-scale 0.2 --loader %s", loader);
		UNIT_CHECK(ran.exit_code == 2, "%s: exit %d", loader, ran.exit_code);
		UNIT_CHECK(strstr(ran.text, "is not usable"), "%s: said %s", loader, ran.text);
		UNIT_CHECK(ran.seconds < 30, "%s: took %g s", loader, ran.seconds);
	}
	cli_close(&c);
}

/* an author's mistakes are reported with file and line */
static void
test_bad_cases(void)
{
	static const struct {
		const char *text, *expected, *says;
	} rows[] = {
		{"summary: s\nspec: PEP 1, Abstract\n\ninport x\n", "> inport x\n", "bad.case:4: "},
		{"summary: s\nspec: PEP 1, Abstract\nsummary: t\n\nimport x\n", "> import x\n",
		 "bad.case:3: "},
		{"summary: s\nspec: PEP 1, Abstract\nrequires: py>>3\n\nimport x\n", "> import x\n",
		 "bad.case:3: "},
		{"summary: s\n\nimport x\n", "> import x\n", "bad.case:"},
		{"summary: s\nspec: PEP 1, Abstract\n\nimport\n", "> import\n", "bad.case:4: "},
		{"summary: s\nspec: PEP 1, Abstract\n\nimport x\n", NULL, "bad.case:1: "},
		{"summary: s\nspec: PEP 1, Abstract\n\nimport x\n",
		 "> import x\n@if py>>3\n= 1\n@end\n", "bad.out:2: "},
		{"summary: s\nspec: PEP 1, Abstract\n\nimport x\n",
		 "> import x\n@if py>=3.8\n= 1\n", "bad.out:"},
		{"summary: s\nspec: PEP 1, Abstract\n\nload x $FIX/a/nosuch$EXT\n",
		 "> load x $FIX/a/nosuch$EXT\n= 1\n", "bad.case:4: no fixture makes"},
		{"summary: s\nspec: PEP 1, Abstract\nenv: A=$TMP:$FIX/a/no.so\n\nimport good\n",
		 "> import good\n= 1\n", "bad.case:1: no fixture makes $FIX/a/no.so"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct cli c;
		struct cli_ran ran;

		cli_open(&c);
		cli_import(&c, "a/good", "good");
		cli_write(&c, "cases/a/bad.case", "%s", rows[i].text);
		if (rows[i].expected)
			cli_write(&c, "expected/a/bad.out", "%s", rows[i].expected);
		ran = cli_run(&c, "%s", cli_fake(&c));
		UNIT_CHECK(ran.exit_code == 2, "row %zu: exit %d", i, ran.exit_code);
		UNIT_CHECK(strstr(ran.text, rows[i].says), "row %zu: said %s", i, ran.text);
		cli_close(&c);
	}
}

static void
pause_for(long milliseconds)
{
	nanosleep(&(struct timespec){0, milliseconds * 1000000}, NULL);
}

static pid_t
start(struct cli *c, const char *report)
{
	pid_t pid = fork();

	if (pid)
		return pid;
	if (!freopen(report, "w", stdout))
		_exit(99);
	execl(arena_printf(&c->mem, "%s/conform", c->build), "conform", "--root", c->root,
	      "--loader", arena_printf(&c->mem, "%s/unit/fake_loader", c->build), "-j2",
	      (char *)NULL);
	_exit(98);
}

/* an interrupted run reports what it has, and leaves nothing behind */
static void
check_signal(int sig)
{
	struct cli c;
	struct buf text = {0};
	const char *report;
	int status = 0;
	pid_t pid;

	cli_open(&c);
	report = arena_printf(&c.mem, "%s/out", c.root);
	for (int i = 0; i < 5; i++)
		cli_import(&c, arena_printf(&c.mem, "a/good-%d", i), "good");
	cli_case(&c, "a/hang", "timeout: 60\n", "import evil_hang\n", "> import evil_hang\n= 1\n");
	pid = start(&c, report);
	for (int i = 0; i < 100 && !cli_processes(arena_printf(&c.mem, "--fix %s", c.root)); i++)
		pause_for(50);
	pause_for(500);
	kill(pid, sig);
	waitpid(pid, &status, 0);
	UNIT_CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 128 + sig, "signal %d: status %#x",
		   sig, (unsigned)status);
	CU_ASSERT_EQUAL(cli_processes(arena_printf(&c.mem, "--fix %s", c.root)), 0);
	file_read(report, &text);
	UNIT_CHECK(strstr(buf_str(&text), "5 passed"), "signal %d: said %s", sig, buf_str(&text));
	UNIT_CHECK(strstr(buf_str(&text), "INCOMPLETE"), "signal %d: said %s", sig, buf_str(&text));
	buf_free(&text);
	cli_close(&c);
}

static void
test_interrupted(void)
{
	check_signal(SIGINT);
	check_signal(SIGTERM);
}

/* a sanitizer needs memory of its own */
#ifdef __SANITIZE_ADDRESS__
#define FACTOR 8
#else
#define FACTOR 1
#endif

/* ten thousand cases need less than 64 MB */
static void
test_many(void)
{
	enum { MANY = 10000, LIMIT_KB = FACTOR * 64 * 1024 };
	struct cli c;
	struct cli_ran ran;
	json_t *report;

	cli_open(&c);
	for (int i = 0; i < MANY; i++) {
		char id[32];

		snprintf(id, sizeof(id), "a%d/case-%d", i % 20, i);
		cli_import(&c, id, "good");
	}
	ran = cli_run(&c, "%s -o json:%s/report.json", cli_fake(&c), c.root);
	report = cli_report(&c);
	CU_ASSERT_EQUAL(ran.exit_code, 0);
	CU_ASSERT_EQUAL(json_array_size(json_object_get(report, "results")), MANY);
	json_decref(report);
	ran = cli_run(&c, "%s -q", cli_fake(&c));
	CU_ASSERT_EQUAL(ran.exit_code, 0);
	UNIT_CHECK(ran.max_rss_kb < LIMIT_KB, "%ld kB", ran.max_rss_kb);
	cli_close(&c);
}

void
unit_cli(void)
{
	CU_pSuite s = CU_add_suite("cli", NULL, NULL);

	CU_add_test(s, "misbehaviour in fork mode", test_evils_fork);
	CU_add_test(s, "misbehaviour in exec mode", test_evils_exec);
	CU_add_test(s, "commands that are not loaders", test_no_loader);
	CU_add_test(s, "malformed cases", test_bad_cases);
	CU_add_test(s, "interruption", test_interrupted);
	CU_add_test(s, "ten thousand cases", test_many);
}
