/*
 * Tests the start of single processes, below a supervisor or as a server. Children are shell
 * scripts, whose output is compared with what spawn promises.
 */
#include <CUnit/CUnit.h>
#include <CUnit/TestDB.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "process/spawn.h"
#include "base/util.h"
#include "test_spawn_run.h"
#include "units.h"

/* the environment, descriptors and limits of a job */
static void
test_surroundings(void)
{
	static const struct {
		const char *name, *script, *out;
	} t[] = {
		{"descriptors", "for i in 0 1 2 3 4 5 6 7 8 9 10 11 15 16 17 20 30 50 100; do "
				"[ -e /proc/$$/fd/$i ] && echo $i >&3; done", "0\n1\n2\n3\n"},
		{"session",
		 "read l </proc/$$/stat; set -- $l; [ $6 = $$ ] && [ $5 = $$ ] && echo y >&3",
		 "y\n"},
		{"no core", "ulimit -Hc >&3", "0\n"},
		{"signals", "grep -E '^Sig(Blk|Ign)' /proc/self/status | sort -u | cut -f2 >&3",
		 "0000000000000000\n0000000000000000\n"},
		{"folder", "pwd >&3", "/\n"},
		{"environment", "env | grep -v -E '^(PWD|OLDPWD|_|SHLVL)=' >&3",
		 "PATH=/usr/bin:/bin\n"},
		{"input is a pipe", "readlink /proc/$$/fd/0 | cut -d: -f1 >&3", "pipe\n"},
		{"output is one pipe",
		 "[ $(readlink /proc/$$/fd/1) = $(readlink /proc/$$/fd/2) ] && echo y >&3", "y\n"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct one one;
		bool good;

		one_prepare(&one, t[i].script);
		good = !one_run(&one) && !strcmp(buf_str(&one.out), t[i].out);
		UNIT_CHECK(good, "%s: %.200s", t[i].name, buf_str(&one.out));
		one_end(&one);
	}
}

/* the same if the harness itself has settings that a job could inherit */
static void
test_nothing_inherited(void)
{
	int fd[2];
	sigset_t set, before;

	CU_ASSERT_EQUAL_FATAL(pipe(fd), 0);
	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	sigprocmask(SIG_BLOCK, &set, &before);
	signal(SIGUSR2, SIG_IGN);
	test_surroundings();
	signal(SIGUSR2, SIG_DFL);
	sigprocmask(SIG_SETMASK, &before, NULL);
	close(fd[0]);
	close(fd[1]);
}

static void
test_limits(void)
{
	struct one t;

	one_prepare(&t, "ulimit -n >&3; ulimit -v >&3; ulimit -f >&3");
	t.spawn.limits = (struct spawn_limits){.address_space = 1 << 30, .file_size = 1 << 20,
					       .open_files = 40};
	CU_ASSERT_EQUAL(one_run(&t), 0);
	CU_ASSERT_STRING_EQUAL(buf_str(&t.out), "40\n1048576\n2048\n");
	one_end(&t);
}

static void
test_messages(void)
{
	static const struct {
		const char *script, *first, *status, *left;
	} t[] = {
		{"exit 0", "started ", "\nended 0 ", " 0 0\n"},
		{"exit 3", "started ", "\nended 768 ", " 0 0\n"},
		{"kill -9 $$", "started ", "\nended 9 ", " 0 0\n"},
		{"sleep 600 & exit 0", "started ", "\nended 0 ", " 1 0\n"},
		{"setsid sleep 600 & (sleep 600 & sleep 600) & sleep 0.2; exit 0", "started ",
		 "\nended 0 ", " 3 0\n"},
		{"(trap '' TERM HUP INT; sleep 600) & sleep 0.2; kill -STOP $!; exit 1",
		 "started ", "\nended 256 ", NULL},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct one one;
		const char *text;
		bool good;

		one_prepare(&one, t[i].script);
		good = !one_run(&one);
		text = buf_str(&one.reply);
		good = good && !strncmp(text, t[i].first, strlen(t[i].first)) &&
		       strstr(text, t[i].status) && (!t[i].left || strstr(text, t[i].left));
		UNIT_CHECK(good, "%s: %.200s", t[i].script, text);
		one_end(&one);
		CU_ASSERT_TRUE(nothing_left());
	}
}

static void
test_failed(void)
{
	struct one t;

	one_prepare(&t, "exit 0");
	t.spawn.cwd = "/nonexistent";
	CU_ASSERT_EQUAL(one_run(&t), 0);
	CU_ASSERT_STRING_EQUAL(buf_str(&t.reply),
			       "failed cannot change to /nonexistent: No such file or directory\n");
	one_end(&t);
	one_prepare(&t, "exit 0");
	free(t.argv[0]);
	t.argv[0] = xstrdup("/etc/passwd");
	t.spawn.server = true;
	CU_ASSERT_EQUAL(one_run(&t), 0);
	CU_ASSERT_STRING_EQUAL(buf_str(&t.reply),
			       "failed cannot execute /etc/passwd: Permission denied\n");
	one_end(&t);
	CU_ASSERT_TRUE(nothing_left());
}

/* a server has an input and a reply pipe, and leads a process group, but no session */
static void
test_server(void)
{
	struct one t;

	one_prepare(&t, "echo ready >&4; read x; echo $x >&4; echo log; read x");
	t.spawn.server = true;
	CU_ASSERT_EQUAL_FATAL(spawn_start(&t.p, &t.spawn), 0);
	CU_ASSERT_TRUE(t.p.begun);
	one_read(t.p.reply, &t.reply, "ready\n");
	CU_ASSERT_EQUAL(write(t.p.in, "word\n", 5), 5);
	one_read(t.p.reply, &t.reply, "word\n");
	CU_ASSERT_STRING_EQUAL(buf_str(&t.reply), "ready\nword\n");
	one_read(t.p.log, &t.log, "\n");
	CU_ASSERT_STRING_EQUAL(buf_str(&t.log), "log\n");
	CU_ASSERT_EQUAL(getpgid(t.p.pid), t.p.pid);
	CU_ASSERT_EQUAL(getsid(t.p.pid), getsid(0));
	one_end(&t);
	CU_ASSERT_EQUAL(t.p.in, -1);
	CU_ASSERT_TRUE(nothing_left());
}

/* running out of descriptors gives a warning and leaves nothing open */
static void
test_no_descriptors(void)
{
	struct rlimit before, none;
	struct one t;
	int err, null;

	one_prepare(&t, "exit 0");
	fflush(stderr);
	err = dup(2);
	null = open("/dev/null", O_WRONLY);
	dup2(null, 2);
	getrlimit(RLIMIT_NOFILE, &before);
	none = before;
	none.rlim_cur = (rlim_t)null + 4;
	setrlimit(RLIMIT_NOFILE, &none);
	CU_ASSERT_EQUAL(spawn_start(&t.p, &t.spawn), -1);
	setrlimit(RLIMIT_NOFILE, &before);
	dup2(err, 2);
	CU_ASSERT_EQUAL(t.p.pid, 0);
	CU_ASSERT_EQUAL(t.p.out, -1);
	CU_ASSERT_EQUAL(t.p.reply, -1);
	/* the lowest free descriptor is the same as before */
	CU_ASSERT_EQUAL(close(null) + close(err) + dup(2), err);
	close(err);
	one_end(&t);
}

void
unit_spawn(void)
{
	static const struct {
		const char *name;
		CU_TestFunc test;
	} tests[] = {
		{"surroundings", test_surroundings},
		{"nothing inherited", test_nothing_inherited},
		{"limits", test_limits},
		{"messages", test_messages},
		{"failed", test_failed},
		{"server", test_server},
		{"no descriptors", test_no_descriptors},
	};
	CU_pSuite suite = CU_add_suite("spawn", NULL, NULL);

	spawn_init();
	for (size_t i = 0; i < LENGTH(tests); i++)
		CU_add_test(suite, tests[i].name, tests[i].test);
	unit_spawn_kill();
}
