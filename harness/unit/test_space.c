/*
 * Tests of namespaces: nothing that a job leaves reaches the next job of the same worker, each mess
 * is charged to the job that made it, and a job can write into its own folder only.
 */
#include <CUnit/CUnit.h>
#include <CUnit/TestDB.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "process/sched.h"
#include "process/space.h"
#include "base/util.h"
#include "test_sched_run.h"
#include "test_spawn_run.h"
#include "units.h"

enum { ROUNDS = 3 };

/* without them there is nothing to test here; the tests of weak isolation are in sched */
static bool
can_test(void)
{
	char why[256];

	if (space_try(why, sizeof(why)))
		return true;
	printf("no namespaces here: %s\n", why);
	return false;
}

static const struct {
	const char *mess;
	bool processes;
	const char *left;
	bool refused; /* nothing may be left, and the job must find that it cannot */
} messes[] = {
	{"daemon", true, NULL, false},
	{"chain", true, NULL, false},
	{"chains", true, NULL, false},
	{"pipe", true, NULL, false},
	{"sibling", true, NULL, false},
	{"queue", false, "a System V message queue", false},
	{"semaphores", false, "System V semaphores", false},
	{"segment", false, "a System V segment", false},
	{"posix-queue", false, "a POSIX message queue", false},
	{"tmp-file", false, "a file in /tmp", false},
	{"tmp-folder", false, "a file in /tmp", false},
	{"shm-file", false, "a file in /dev/shm", false},
	{"mount", false, NULL, true},
	{"remount", false, NULL, true},
	{"unmount", false, NULL, true},
	{"look", false, NULL, true},
};

/* the mess, charged to its job */
static bool
is_charged(size_t row, const struct ran *ran)
{
	const char *left = messes[row].left;

	if (ran->how != RAN_EXITED || ran->status)
		return false;
	if (messes[row].processes ? ran->leftovers < 1 : ran->leftovers)
		return false;
	return left ? ran->left && !strcmp(ran->left, left) : !ran->left;
}

static bool
is_innocent(const struct ran *ran)
{
	return ran->how == RAN_EXITED && !ran->status && !ran->leftovers && !ran->left &&
	       !strcmp(buf_str(&ran->out), "good\n");
}

static void
check_mess(size_t row, bool fork)
{
	struct arena mem = {0};
	const char *fake = trial_program(&mem, "fake_mess");
	struct script s[2 * ROUNDS];
	struct trial t = {.scripts = s, .n = LENGTH(s), .apart = true};

	for (size_t i = 0; i < LENGTH(s); i++) {
		s[i] = (struct script){.fork = fork, .text = "echo good >&3"};
		s[i].text = arena_printf(&mem, "%s %s%s", fake, i % 2 ? "look" : messes[row].mess,
					 i % 2 ? " && echo good >&3" : "");
	}
	CU_ASSERT_EQUAL(trial_run(&t), t.n);
	for (size_t i = 0; i < t.n; i++) {
		const struct ran *ran = &t.came[i].ran;

		UNIT_CHECK(i % 2 ? is_innocent(ran) : is_charged(row, ran),
			   "%s, %s, job %zu: how %d, status %d, %d left, %s, out %.80s, log %.200s",
			   messes[row].mess, fork ? "fork" : "exec", i, (int)ran->how, ran->status,
			   ran->leftovers, ran->left ? ran->left : "-", buf_str(&ran->out),
			   buf_str(&ran->log));
	}
	CU_ASSERT_TRUE(nothing_left());
	trial_free(&t);
	arena_free(&mem);
}

static void
test_messes(void)
{
	for (size_t row = 0; can_test() && row < LENGTH(messes); row++) {
		check_mess(row, true);
		check_mess(row, false);
	}
}

/* each row: what a job tries, in its folder D and outside; and what it must say */
static const struct {
	const char *name, *script, *out;
} walls[] = {
	{"its folder", "echo x >$D/new && cat $D/new >&3", "x\n"},
	{"the source tree", "echo x >$B/new; [ ! -e $B/new ] && echo y >&3", "y\n"},
	/* the checkout stays visible where it lies below /tmp */
	{"private folders", "t=${B#/tmp/}; ls -A /tmp /dev/shm | "
			    "grep -v -e :$ -e ^$ -e fake_server -e \"^${t%%/*}$\" >&3", ""},
	{"they can be written", "echo x >/tmp/a && cat /tmp/a >&3; rm /tmp/a", "x\n"},
	{"it is not process 1", "[ $$ -gt 1 ] && echo y >&3", "y\n"},
	{"no other process", "ls /proc | grep -c '^[0-9]' >&3", NULL},
	{"the kernel's settings", "echo 1 >/proc/sys/kernel/panic || echo y >&3", "y\n"},
	{"no capability to mount", "grep -c '^CapBnd:.*[2367abef][0-9a-f]\\{5\\}$' "
				   "/proc/self/status >&3", "0\n"},
	{"the user is the same", "id -u >&3", NULL},
};

static void
check_wall(size_t row, bool fork)
{
	struct arena mem = {0};
	struct script s[] = {{.fork = fork}};
	struct trial t = {.scripts = s, .n = 1, .apart = true};
	const char *out;

	s[0].text = arena_printf(&mem, "D=/tmp/fake_server.%ld; B=%s; %s", (long)getpid(),
				 trial_program(&mem, "."), walls[row].script);
	CU_ASSERT_EQUAL(trial_run(&t), 1);
	out = buf_str(&t.came[0].ran.out);
	UNIT_CHECK(walls[row].out ? !strcmp(out, walls[row].out) : *out != '\0',
		   "%s, %s: %.200s, log %.200s", walls[row].name, fork ? "fork" : "exec", out,
		   buf_str(&t.came[0].ran.log));
	if (!strcmp(walls[row].name, "the user is the same"))
		CU_ASSERT_EQUAL(strtoul(out, NULL, 10), geteuid());
	trial_free(&t);
	arena_free(&mem);
}

static void
test_walls(void)
{
	for (size_t row = 0; can_test() && row < LENGTH(walls); row++) {
		check_wall(row, true);
		check_wall(row, false);
	}
}

/* a job is killed, with all that it has started, and the next one has a new server */
static void
test_late(void)
{
	static const struct script s[] = {
		{.text = "sleep 600 & setsid sleep 600 & echo late >&3; sleep 600", .fork = true,
		 .timeout = .2},
		{.text = "echo good >&3", .fork = true},
		{.text = "yes >&3", .fork = true},
		{.text = "echo good >&3", .fork = true},
		{.text = "setsid sleep 600 & echo late >&3; sleep 600", .timeout = .2},
		{.text = "yes >&3"},
		{.text = "echo good >&3"},
		{.text = "kill -9 $PPID; sleep 600", .fork = true},
		{.text = "echo good >&3", .fork = true},
	};
	static const enum ran_how how[] = {RAN_TIMEOUT, RAN_EXITED, RAN_FLOOD, RAN_EXITED,
					   RAN_TIMEOUT, RAN_FLOOD, RAN_EXITED, RAN_LOST,
					   RAN_EXITED};
	struct trial t = {.scripts = s, .n = LENGTH(s), .apart = true};
	long servers;

	if (!can_test())
		return;
	CU_ASSERT_EQUAL(trial_run(&t), LENGTH(s));
	for (size_t i = 0; i < LENGTH(s); i++) {
		const struct ran *ran = &t.came[i].ran;

		UNIT_CHECK(ran->how == how[i] && (how[i] != RAN_EXITED || is_innocent(ran)),
			   "job %zu: how %d, out %.80s", i, (int)ran->how, buf_str(&ran->out));
	}
	CU_ASSERT_STRING_EQUAL(t.came[0].ran.out.p, "late\n");
	servers = (long)trial_servers();
	UNIT_CHECK(servers == 4, "%ld servers", servers);
	CU_ASSERT_TRUE(nothing_left());
	trial_free(&t);
}

/* all of this for an ordinary user, by a user namespace: the test program runs again */
static void
test_ordinary(void)
{
	enum { NOBODY = 65534, UNREADABLE = 99 };
	struct arena mem = {0};
	char *const argv[] = {trial_program(&mem, "unit"), (char *)"space", NULL};
	struct buf said = {0};
	FILE *out = tmpfile();
	int status = -1;
	pid_t pid;

	if (geteuid() || !out) {
		CU_ASSERT_PTR_NOT_NULL(out);
		arena_free(&mem);
		return;
	}
	fflush(NULL);
	pid = fork();
	if (!pid) {
		dup2(fileno(out), 1);
		dup2(fileno(out), 2);
		if (!setgid(NOBODY) && !setuid(NOBODY))
			execv(argv[0], argv);
		_exit(UNREADABLE);
	}
	CU_ASSERT_EQUAL(waitpid(pid, &status, 0), pid);
	rewind(out);
	for (int c; (c = getc(out)) != EOF;)
		buf_putc(&said, c);
	fclose(out);
	/* this user may not be allowed to read the checkout */
	UNIT_CHECK(status == 0 || status == UNREADABLE << 8, "status %d: %s", status,
		   buf_str(&said));
	buf_free(&said);
	arena_free(&mem);
}

void
unit_space(void)
{
	static const struct {
		const char *name;
		CU_TestFunc test;
	} tests[] = {
		{"messes", test_messes},
		{"walls", test_walls},
		{"late jobs", test_late},
		{"an ordinary user", test_ordinary},
	};
	CU_pSuite suite = CU_add_suite("space", NULL, trial_cleanup);

	for (size_t i = 0; i < LENGTH(tests); i++)
		CU_add_test(suite, tests[i].name, tests[i].test);
}
