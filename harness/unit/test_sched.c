/*
 * Tests the scheduler with shell scripts as jobs. Each script runs as a process of its own and
 * below the fake server, with the same result.
 */
#include <CUnit/CUnit.h>
#include <CUnit/TestDB.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "process/sched.h"
#include "process/space.h"
#include "test_sched_run.h"
#include "test_spawn_run.h"
#include "units.h"

/* far more than any test needs, and far less than the sleeps in scripts */
static const double SOON = 20;

static const struct {
	const char *name;
	const char *script;
	double timeout;
	enum ran_how how;
	int status;      /* as waitpid gives it */
	const char *out; /* NULL: anything */
	const char *log;
	int leftovers;
} scripts[] = {
	{"exit 0", "exit 0", 0, RAN_EXITED, 0, "", "", 0},
	{"exit 3", "exit 3", 0, RAN_EXITED, 3 << 8, "", "", 0},
	{"segv", "echo x >&3; kill -SEGV $$", 0, RAN_EXITED, SIGSEGV, "x\n", NULL, 0},
	{"streams", "echo a; echo b >&2; echo c >&3", 0, RAN_EXITED, 0, "c\n", "a\nb\n", 0},
	{"closes all", "exec 0<&- 1>&- 2>&- 3>&-; exit 5", 0, RAN_EXITED, 5 << 8, "", "", 0},
	{"closes out, goes on", "echo 1 >&3; exec 3>&-; sleep 0.1; echo l", 0, RAN_EXITED, 0, "1\n",
	 "l\n", 0},
	{"hangs", "echo x >&3; sleep 600", .3, RAN_TIMEOUT, SIGKILL, "x\n", "", 0},
	{"ignores TERM", "trap '' TERM INT HUP; sleep 600; sleep 600", .3, RAN_TIMEOUT, SIGKILL, "",
	 NULL, 0},
	{"stops itself", "kill -STOP $$; exit 0", .3, RAN_TIMEOUT, SIGKILL, "", "", 0},
	{"hangs with a daemon", "setsid sleep 600 & sleep 600", .3, RAN_TIMEOUT, SIGKILL, "", "",
	 0},
	{"grandchild holds the pipes", "sleep 600 & exit 4", 0, RAN_EXITED, 4 << 8, "", "", 1},
	{"daemon", "(setsid sleep 600 </dev/null >/dev/null 2>&1 3>&- &); exit 0", 0, RAN_EXITED, 0,
	 "", "", 1},
	{"stopped grandchild", "sleep 600 & kill -STOP $!; exit 0", 0, RAN_EXITED, 0, "", "", 1},
	{"many leftovers", "for i in 1 2 3 4 5 6 7 8 9; do sleep 600 & done; exit 0", 0, RAN_EXITED,
	 0, "", "", 9},
	{"dead orphans", "(true & true &); sleep 0.2; exit 0", 0, RAN_EXITED, 0, "", "", 0},
	{"kills its parent", "echo x >&3; kill -9 $PPID; sleep 600", 0, RAN_LOST, 0, "x\n", NULL,
	 0},
	{"kills its parent, has a daemon", "setsid sleep 600 & kill -9 $PPID; sleep 600", 0,
	 RAN_LOST, 0, "", NULL, 0},
	{"stops its parent", "kill -STOP $PPID; exit 0", .3, RAN_TIMEOUT, 0, "", "", 0},
	{"as much as allowed", "head -c 65536 /dev/zero >&3", 0, RAN_EXITED, 0, NULL, "", 0},
	{"one byte too much", "head -c 65537 /dev/zero >&3", 0, RAN_FLOOD, -1, NULL, "", 0},
	{"flood, 10 MB", "head -c 10000000 /dev/zero >&3; sleep 600", 0, RAN_FLOOD, SIGKILL, NULL,
	 "", 0},
	{"flood without end", "yes >&3", 0, RAN_FLOOD, SIGKILL, NULL, "", 0},
	{"flooded log", "yes", 0, RAN_FLOOD, SIGKILL, "", NULL, 0},
	{"flood by a grandchild", "yes >&3 & wait", 0, RAN_FLOOD, SIGKILL, NULL, "", 0},
	{"long log", "head -c 1000000 /dev/zero; echo x >&3", 0, RAN_EXITED, 0, "x\n", NULL, 0},
};

static bool
as_wanted(size_t i, const struct came *came)
{
	const struct ran *ran = &came->ran;
	int status = scripts[i].status;

	if (came->times != 1 || ran->how != scripts[i].how)
		return false;
	if (status >= 0 && ran->how != RAN_LOST && ran->status != status &&
	    !(ran->how == RAN_TIMEOUT && !ran->status))
		return false;
	if (scripts[i].out && strcmp(scripts[i].out, ran->out.p))
		return false;
	if (scripts[i].log && strcmp(scripts[i].log, ran->log.p))
		return false;
	return ran->leftovers == scripts[i].leftovers && ran->seconds < SOON;
}

static void
check_script(size_t i, const struct trial *t)
{
	const struct ran *ran = &t->came[i].ran;

	UNIT_CHECK(as_wanted(i, &t->came[i]),
		   "%s: how %d, status %d, left %d, out %.80s, log %.80s", scripts[i].name,
		   (int)ran->how, ran->status, ran->leftovers, ran->out.p, ran->log.p);
}

static void
check_scripts(bool fork, unsigned workers)
{
	struct script s[LENGTH(scripts)] = {0};
	struct trial t = {.scripts = s, .n = LENGTH(s), .workers = workers};

	for (size_t i = 0; i < LENGTH(s); i++) {
		s[i].text = scripts[i].script;
		s[i].timeout = scripts[i].timeout;
		s[i].fork = fork;
	}
	CU_ASSERT_EQUAL(trial_run(&t), t.n);
	for (size_t i = 0; i < t.n; i++)
		check_script(i, &t);
	CU_ASSERT_FALSE(t.disordered);
	CU_ASSERT_TRUE(nothing_left());
	trial_free(&t);
}

static void
test_own(void)
{
	check_scripts(false, 6);
}

static void
test_forked(void)
{
	check_scripts(true, 6);
}

/* results that do not depend on the script only */
static void
test_measures(void)
{
	static const struct script s[] = {
		{.text = "head -c 1000000 /dev/zero; sleep 0.2"},
		{.text = "kill -9 $PPID; sleep 600"},
		{.text = "i=0; while [ $i -lt 20000 ]; do i=$((i + 1)); done"},
	};
	struct trial t = {.scripts = s, .n = LENGTH(s)};

	CU_ASSERT_EQUAL(trial_run(&t), t.n);
	CU_ASSERT_TRUE(t.came[0].ran.log_cut);
	CU_ASSERT_EQUAL(t.came[0].ran.log.len, TRIAL_LIMIT);
	CU_ASSERT_TRUE(t.came[0].ran.seconds >= 0.2);
	CU_ASSERT_TRUE(t.came[0].ran.max_rss_kb > 100);
	CU_ASSERT_PTR_NULL(t.came[0].ran.error);
	CU_ASSERT_PTR_NOT_NULL(t.came[1].ran.error);
	CU_ASSERT_TRUE(t.came[2].ran.cpu_seconds > 0 && t.came[2].ran.cpu_seconds < SOON);
	CU_ASSERT_FALSE(t.came[2].ran.log_cut);
	trial_free(&t);
}

static void
test_cannot_run(void)
{
	static const struct script s[] = {
		{.text = "missing program", .program = "no-such-program\n"},
		{.text = "not in the PATH of envp", .program = "true", .env = "PATH=/nonexistent"},
		{.text = "missing folder", .cwd = "/nonexistent"},
		{.text = "no folder", .cwd = "/dev/null"},
	};
	static const char *const want[] = {"no-such-program?: No such file", "true", "/nonexistent",
					   "/dev/null: Not a directory"};
	struct trial t = {.scripts = s, .n = LENGTH(s), .workers = 2};

	CU_ASSERT_EQUAL(trial_run(&t), t.n);
	for (size_t i = 0; i < t.n; i++) {
		CU_ASSERT_EQUAL(t.came[i].times, 1);
		CU_ASSERT_EQUAL(t.came[i].ran.how, RAN_ERROR);
		CU_ASSERT_PTR_NOT_NULL_FATAL(t.came[i].ran.error);
		CU_ASSERT_PTR_NOT_NULL(strstr(t.came[i].ran.error, want[i]));
	}
	CU_ASSERT_TRUE(nothing_left());
	trial_free(&t);
}

/* a megabyte of input that the job ignores, and one that it reads */
static void
test_input(void)
{
	static const struct script s[] = {
		{.text = "exit 7", .input_len = 1 << 20},
		{.text = "sleep 0.2; exit 7", .input_len = 1 << 20},
		{.text = "exec 0<&-; sleep 0.2; exit 7", .input_len = 1 << 20},
		{.text = "wc -c >&3; exit 7", .input_len = 1 << 20},
		{.text = "wc -c >&3; exit 7"},
		{.text = "exit 7", .input_len = 1 << 20, .fork = true},
	};
	static const char *const want[] = {"", "", "", "1048576\n", "0\n", ""};
	struct trial t = {.scripts = s, .n = LENGTH(s), .workers = 2};

	CU_ASSERT_EQUAL(trial_run(&t), t.n);
	for (size_t i = 0; i < t.n; i++) {
		CU_ASSERT_EQUAL(t.came[i].ran.how, RAN_EXITED);
		CU_ASSERT_EQUAL(t.came[i].ran.status, 7 << 8);
		CU_ASSERT_STRING_EQUAL(t.came[i].ran.out.p, want[i]);
	}
	trial_free(&t);
}

static double
own_cpu(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
	       (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* waiting needs no CPU, even if the job has closed or not read something */
static void
test_no_busy_waiting(void)
{
	static const struct script s[] = {
		{.text = "exec 0<&- 1>&- 2>&- 3>&-; sleep 1", .input_len = 1 << 20},
		{.text = "sleep 1", .input_len = 1 << 20},
		{.text = "exec 1>&- 2>&- 3>&-; sleep 1", .fork = true},
	};
	struct trial t = {.scripts = s, .n = LENGTH(s), .workers = 3};
	double before = own_cpu();

	CU_ASSERT_EQUAL(trial_run(&t), t.n);
	CU_ASSERT_TRUE(own_cpu() - before < 0.5);
	trial_free(&t);
}

enum { MANY = 200 };

static void
check_many(bool fork, unsigned workers)
{
	struct script s[MANY] = {0};
	struct trial t = {.scripts = s, .n = MANY, .workers = workers};
	char text[MANY][48];

	for (int i = 0; i < MANY; i++) {
		snprintf(text[i], sizeof(text[i]), "echo out %d >&3; echo log %d; exit %d", i, i,
			 i % 7);
		s[i].text = text[i];
		s[i].fork = fork;
		s[i].skip = i % 10 == 9;
	}
	CU_ASSERT_EQUAL(trial_run(&t), MANY);
	CU_ASSERT_FALSE(t.disordered);
	CU_ASSERT_EQUAL(t.done, MANY - MANY / 10);
	for (int i = 0; i < MANY; i++) {
		if (s[i].skip) {
			CU_ASSERT_EQUAL(t.came[i].times, 0);
			continue;
		}
		CU_ASSERT_EQUAL_FATAL(t.came[i].times, 1);
		CU_ASSERT_EQUAL(t.came[i].ran.status, (i % 7) << 8);
		snprintf(text[i], sizeof(text[i]), "out %d\n", i);
		CU_ASSERT_STRING_EQUAL(t.came[i].ran.out.p, text[i]);
		snprintf(text[i], sizeof(text[i]), "log %d\n", i);
		CU_ASSERT_STRING_EQUAL(t.came[i].ran.log.p, text[i]);
	}
	CU_ASSERT_TRUE(nothing_left());
	trial_free(&t);
}

static void
test_many(void)
{
	check_many(false, 8);
	check_many(true, 8);
	check_many(true, 64);
	/* a server is started when a worker needs it, and then kept */
	CU_ASSERT_TRUE(trial_servers() <= 64);
	check_many(true, 1);
	CU_ASSERT_EQUAL(trial_servers(), 1);
}

static void
test_no_jobs(void)
{
	struct trial t = {.workers = 4};

	CU_ASSERT_EQUAL(trial_run(&t), 0);
	CU_ASSERT_EQUAL(t.prepared, 0);
	CU_ASSERT_EQUAL(trial_servers(), 0);
	trial_free(&t);
}

static void
test_stop(void)
{
	static const struct script s[] = {
		{.text = "exit 0"},
		{.text = "exit 0", .fork = true},
		{.text = "exit 0"},
		{.text = "exit 0"},
	};
	struct trial t = {.scripts = s, .n = LENGTH(s), .stop_after = 2};

	CU_ASSERT_EQUAL(trial_run(&t), 2);
	CU_ASSERT_EQUAL(t.prepared, 2);
	CU_ASSERT_TRUE(nothing_left());
	trial_free(&t);
}

static volatile int signalled;

static void
on_alarm(int sig)
{
	signalled = sig;
}

static void
test_interrupted(void)
{
	static const struct script s[] = {
		{.text = "setsid sleep 600 & sleep 600"},
		{.text = "setsid sleep 600 & sleep 600", .fork = true},
		{.text = "exit 0", .fork = true},
		{.text = "kill -STOP $PPID; sleep 600", .fork = true},
		{.text = "kill -STOP $PPID; sleep 600"},
	};
	struct trial t = {.scripts = s, .n = LENGTH(s), .workers = 4, .interrupted = &signalled};
	struct itimerval soon = {.it_value.tv_usec = 400000};
	struct sigaction sa = {.sa_handler = on_alarm}, before;
	double began = now_seconds();

	sigaction(SIGALRM, &sa, &before);
	setitimer(ITIMER_REAL, &soon, NULL);
	trial_begin(&t);
	CU_ASSERT_EQUAL(sched_wait(t.sched, 0), -1);
	CU_ASSERT_EQUAL(sched_wait(t.sched, 4), -1);
	CU_ASSERT_TRUE(now_seconds() - began < SOON);
	/* all jobs but the short one run until trial_end */
	CU_ASSERT_EQUAL(t.done, 1);
	CU_ASSERT_FALSE(nothing_left());
	trial_end(&t);
	CU_ASSERT_EQUAL(t.done, 1);
	CU_ASSERT_TRUE(nothing_left());
	sigaction(SIGALRM, &before, NULL);
	signalled = 0;
	trial_free(&t);
}

void
unit_sched(void)
{
	static const struct {
		const char *name;
		CU_TestFunc test;
	} tests[] = {
		{"scripts, own process", test_own},
		{"scripts, below servers", test_forked},
		{"measures", test_measures},
		{"cannot run", test_cannot_run},
		{"input", test_input},
		{"no busy waiting", test_no_busy_waiting},
		{"many", test_many},
		{"no jobs", test_no_jobs},
		{"stop", test_stop},
		{"interrupted", test_interrupted},
	};
	CU_pSuite suite = CU_add_suite("sched", NULL, trial_cleanup);

	spawn_init();
	for (size_t i = 0; i < LENGTH(tests); i++)
		CU_add_test(suite, tests[i].name, tests[i].test);
	unit_sched_server();
	unit_sched_hold();
}
