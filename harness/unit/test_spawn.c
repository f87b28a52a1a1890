/*
 * Starting and ending single processes, below a supervisor or as a server; children are shell
 * scripts. What they say of themselves is compared with what spawn promises.
 */
#include <CUnit/CUnit.h>
#include <CUnit/TestDB.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../spawn.h"
#include "../util.h"

enum { SOON_MS = 20000 };

void unit_spawn(void);

/* bytes until the end of file, or until until is among them */
static void
read_until(int fd, struct buf *b, const char *until)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};
	char chunk[4096];

	while ((!until || !strstr(buf_str(b), until)) && poll(&p, 1, SOON_MS) > 0) {
		ssize_t got = read(fd, chunk, sizeof(chunk));

		if (got <= 0)
			break;
		buf_add(b, chunk, (size_t)got);
	}
}

/* a process and what it said; trial_end gives all back */
struct trial {
	struct process p;
	struct buf out, log, reply;
	char *argv[4], *envp[2];
	struct spawn spawn;
};

static void
trial_prepare(struct trial *t, const char *script)
{
	memset(t, 0, sizeof(*t));
	t->argv[0] = xstrdup("sh");
	t->argv[1] = xstrdup("-c");
	t->argv[2] = xstrdup(script);
	t->envp[0] = xstrdup("PATH=/usr/bin:/bin");
	t->spawn.argv = t->argv;
	t->spawn.envp = t->envp;
	t->spawn.cwd = "/";
}

static void
trial_end(struct trial *t)
{
	spawn_kill(&t->p);
	spawn_close(&t->p);
	for (size_t i = 0; i < LENGTH(t->argv); i++)
		free(t->argv[i]);
	free(t->envp[0]);
	buf_free(&t->out);
	buf_free(&t->log);
	buf_free(&t->reply);
}

/* run a job until its supervisor has said its last, and end what may have survived that */
static int
trial_run(struct trial *t)
{
	if (spawn_start(&t->p, &t->spawn))
		return -1;
	read_until(t->p.reply, &t->reply, NULL);
	spawn_kill(&t->p);
	read_until(t->p.out, &t->out, NULL);
	read_until(t->p.log, &t->log, NULL);
	return 0;
}

static bool
nothing_left(void)
{
	return waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD;
}

/* what a job finds */
static void
test_surroundings(void)
{
	static const struct {
		const char *name, *script, *out;
	} t[] = {
		{"descriptors", "for i in 0 1 2 3 4 5 6 7 8 9 10 11 15 16 17 20 30 50 100; do "
				"[ -e /proc/$$/fd/$i ] && echo $i >&3; done", "0\n1\n2\n3\n"},
		{"session", "read l </proc/$$/stat; set -- $l; [ $6 = $$ ] && [ $5 = $$ ] && echo y >&3",
		 "y\n"},
		{"no core", "ulimit -Hc >&3", "0\n"},
		{"signals", "grep -E '^Sig(Blk|Ign)' /proc/self/status | sort -u | cut -f2 >&3",
		 "0000000000000000\n0000000000000000\n"},
		{"folder", "pwd >&3", "/\n"},
		{"environment", "env | grep -v -E '^(PWD|OLDPWD|_|SHLVL)=' >&3", "PATH=/usr/bin:/bin\n"},
		{"input is a pipe", "readlink /proc/$$/fd/0 | cut -d: -f1 >&3", "pipe\n"},
		{"output is one pipe", "[ $(readlink /proc/$$/fd/1) = $(readlink /proc/$$/fd/2) ] || "
				       "[ x$(readlink /proc/$$/fd/2) != x ] && echo y >&3", "y\n"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct trial trial;
		bool good;

		trial_prepare(&trial, t[i].script);
		good = !trial_run(&trial) && !strcmp(buf_str(&trial.out), t[i].out);
		CU_assertImplementation(good, __LINE__, t[i].name, __FILE__, "", CU_FALSE);
		trial_end(&trial);
	}
}

/* the same with all that the harness itself could hand down by mistake */
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
	struct trial t;

	trial_prepare(&t, "ulimit -n >&3; ulimit -v >&3; ulimit -f >&3");
	t.spawn.limits = (struct spawn_limits){.address_space = 1 << 30, .file_size = 1 << 20,
					       .open_files = 40};
	CU_ASSERT_EQUAL(trial_run(&t), 0);
	CU_ASSERT_STRING_EQUAL(buf_str(&t.out), "40\n1048576\n2048\n");
	trial_end(&t);
}

static void
test_messages(void)
{
	static const struct {
		const char *script, *first, *status, *left;
	} t[] = {
		{"exit 0", "started ", "\nended 0 ", " 0\n"},
		{"exit 3", "started ", "\nended 768 ", " 0\n"},
		{"kill -9 $$", "started ", "\nended 9 ", " 0\n"},
		{"sleep 600 & exit 0", "started ", "\nended 0 ", " 1\n"},
		{"setsid sleep 600 & (sleep 600 & sleep 600) & sleep 0.2; exit 0", "started ",
		 "\nended 0 ", " 3\n"},
		{"trap '' TERM; (trap '' TERM HUP INT; sleep 600) & sleep 0.2; kill -STOP $!; exit 1",
		 "started ", "\nended 256 ", NULL},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct trial trial;
		const char *text;
		bool good;

		trial_prepare(&trial, t[i].script);
		good = !trial_run(&trial);
		text = buf_str(&trial.reply);
		good = good && !strncmp(text, t[i].first, strlen(t[i].first)) &&
		       strstr(text, t[i].status) && (!t[i].left || strstr(text, t[i].left));
		CU_assertImplementation(good, __LINE__, t[i].script, __FILE__, "", CU_FALSE);
		trial_end(&trial);
		CU_ASSERT_TRUE(nothing_left());
	}
}

static void
test_failed(void)
{
	struct trial t;

	trial_prepare(&t, "exit 0");
	t.spawn.cwd = "/nonexistent";
	CU_ASSERT_EQUAL(trial_run(&t), 0);
	CU_ASSERT_STRING_EQUAL(buf_str(&t.reply),
			       "failed cannot change to /nonexistent: No such file or directory\n");
	trial_end(&t);
	trial_prepare(&t, "exit 0");
	free(t.argv[0]);
	t.argv[0] = xstrdup("/etc/passwd");
	t.spawn.server = true;
	CU_ASSERT_EQUAL(trial_run(&t), 0);
	CU_ASSERT_STRING_EQUAL(buf_str(&t.reply),
			       "failed cannot execute /etc/passwd: Permission denied\n");
	trial_end(&t);
	CU_ASSERT_TRUE(nothing_left());
}

/* a server has its input and reply, is no session leader, and gets its orphans back */
static void
test_server(void)
{
	struct trial t;

	trial_prepare(&t, "echo ready >&4; read x; (setsid sh -c 'sleep 0.1; echo $PPID >&3' &); "
			  "sleep 0.5; echo $x $$ >&4; read l </proc/$$/stat; echo $l; read x");
	t.spawn.server = true;
	CU_ASSERT_EQUAL_FATAL(spawn_start(&t.p, &t.spawn), 0);
	CU_ASSERT_EQUAL(t.p.child, t.p.pid);
	read_until(t.p.reply, &t.reply, "ready\n");
	CU_ASSERT_EQUAL(write(t.p.in, "word\n", 5), 5);
	read_until(t.p.reply, &t.reply, "word ");
	read_until(t.p.log, &t.log, "\n");
	CU_ASSERT_EQUAL(getpgid(t.p.pid), t.p.pid);
	CU_ASSERT_EQUAL(getsid(t.p.pid), getsid(0));
	trial_end(&t);
	CU_ASSERT_EQUAL(t.p.in, -1);
	CU_ASSERT_TRUE(nothing_left());
}

static void
test_server_orphans(void)
{
	struct trial t;
	struct buf want = {0};

	trial_prepare(&t, "(sh -c 'echo x >&4; sleep 0.3; read a b c d e </proc/$$/stat; echo $d >&3' &);"
			  "read x");
	t.spawn.server = true;
	CU_ASSERT_EQUAL_FATAL(spawn_start(&t.p, &t.spawn), 0);
	read_until(t.p.out, &t.out, "\n");
	buf_printf(&want, "%ld\n", (long)t.p.pid);
	CU_ASSERT_STRING_EQUAL(buf_str(&t.out), buf_str(&want));
	buf_free(&want);
	trial_end(&t);
}

static void
test_sweep(void)
{
	struct trial t;

	trial_prepare(&t, "sleep 600 & (setsid sleep 600 &); (sleep 600 & exec sleep 600) & sleep 0.1;"
			  "echo ready >&4; read x; echo alive >&4; read x");
	t.spawn.server = true;
	CU_ASSERT_EQUAL_FATAL(spawn_start(&t.p, &t.spawn), 0);
	read_until(t.p.reply, &t.reply, "ready\n");
	CU_ASSERT_EQUAL(spawn_sweep(t.p.pid), 4);
	CU_ASSERT_EQUAL(spawn_sweep(t.p.pid), 0);
	CU_ASSERT_EQUAL(write(t.p.in, "\n", 1), 1);
	read_until(t.p.reply, &t.reply, "alive\n");
	CU_ASSERT_PTR_NOT_NULL(strstr(buf_str(&t.reply), "alive\n"));
	trial_end(&t);
	CU_ASSERT_TRUE(nothing_left());
}

/* whatever state it is in */
static void
test_kill(void)
{
	static const struct {
		const char *script;
		bool server;
	} t[] = {
		{"echo x >&3; sleep 600", false},
		{"setsid sleep 600 & echo x >&3; sleep 600", false},
		{"setsid sleep 600 & echo x >&3; kill -9 $PPID; sleep 600", false},
		{"setsid sleep 600 & echo x >&3; kill -STOP $PPID; sleep 600", false},
		{"setsid sleep 600 & echo x >&3; kill -STOP $$", false},
		{"echo x >&3; exit 0", false},
		{"sleep 600 & setsid sleep 600 & echo x >&3; read x", true},
		{"sleep 600 & setsid sleep 600 & echo x >&3; kill -9 $$", true},
		{"true & (true &); setsid true & sleep 0.1; echo x >&3; exec sleep 600", true},
		{"echo x >&3; exec 0<&- 1>&- 2>&- 3>&- 4>&-; sleep 600", true},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct trial trial;
		bool good;

		trial_prepare(&trial, t[i].script);
		trial.spawn.server = t[i].server;
		good = !spawn_start(&trial.p, &trial.spawn);
		read_until(trial.p.out, &trial.out, "x\n");
		spawn_kill(&trial.p);
		good = good && trial.out.len && !trial.p.pid && nothing_left();
		CU_assertImplementation(good, __LINE__, t[i].script, __FILE__, "", CU_FALSE);
		/* once more does no harm */
		trial_end(&trial);
	}
}

/* a process of the caller's own is none of ours */
static void
test_bystander(void)
{
	pid_t pid = fork();
	struct trial t;

	if (!pid) {
		execlp("sleep", "sleep", "600", (char *)NULL);
		_exit(127);
	}
	trial_prepare(&t, "kill -9 $PPID; sleep 600");
	CU_ASSERT_EQUAL(trial_run(&t), 0);
	trial_end(&t);
	CU_ASSERT_EQUAL(waitpid(pid, NULL, WNOHANG), 0);
	kill(pid, SIGKILL);
	CU_ASSERT_EQUAL(waitpid(pid, NULL, 0), pid);
}

/* the supervisor takes the job with it, whoever kills it */
static void
test_supervisor_killed(void)
{
	struct trial t;

	trial_prepare(&t, "echo x >&3; sleep 600");
	CU_ASSERT_EQUAL_FATAL(spawn_start(&t.p, &t.spawn), 0);
	read_until(t.p.out, &t.out, "x\n");
	kill(t.p.pid, SIGKILL);
	read_until(t.p.reply, &t.reply, NULL);
	CU_ASSERT_PTR_NULL(strstr(buf_str(&t.reply), "ended"));
	trial_end(&t);
	CU_ASSERT_TRUE(nothing_left());
}

/* without descriptors there is a warning, and nothing is left open */
static void
test_no_descriptors(void)
{
	struct rlimit before, none;
	struct trial t;
	int err, null;

	trial_prepare(&t, "exit 0");
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
	/* the lowest free number is the same as before */
	CU_ASSERT_EQUAL(close(null) + close(err) + dup(2), err);
	close(err);
	trial_end(&t);
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
		{"server's orphans", test_server_orphans},
		{"sweep", test_sweep},
		{"kill", test_kill},
		{"bystander", test_bystander},
		{"supervisor killed", test_supervisor_killed},
		{"no descriptors", test_no_descriptors},
	};
	CU_pSuite suite = CU_add_suite("spawn", NULL, NULL);

	spawn_init();
	for (size_t i = 0; i < LENGTH(tests); i++)
		CU_add_test(suite, tests[i].name, tests[i].test);
}
