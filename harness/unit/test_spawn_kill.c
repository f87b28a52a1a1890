/* Tests that ending a process ends all its descendants, and no other process. */
#include <CUnit/CUnit.h>
#include <CUnit/TestDB.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "process/procs.h"
#include "process/spawn.h"
#include "base/util.h"
#include "test_spawn_run.h"
#include "units.h"

/* orphans of a server become its children */
static void
test_server_orphans(void)
{
	struct one t;
	struct buf want = {0};

	one_prepare(&t, "(sh -c 'sleep 0.3; read a b c d e </proc/$$/stat; echo $d >&3' &);"
			  "read x");
	t.spawn.server = true;
	CU_ASSERT_EQUAL_FATAL(spawn_start(&t.p, &t.spawn), 0);
	one_read(t.p.out, &t.out, "\n");
	CU_ASSERT_EQUAL(spawn_ready(&t.p), 0);
	CU_ASSERT_NOT_EQUAL(t.p.root, t.p.pid);
	buf_printf(&want, "%ld\n", (long)t.p.root);
	CU_ASSERT_STRING_EQUAL(buf_str(&t.out), buf_str(&want));
	buf_free(&want);
	one_end(&t);
}

static void
test_sweep(void)
{
	struct one t;

	one_prepare(&t, "sleep 600 & (setsid sleep 600 &); (sleep 600 & exec sleep 600) &"
			  "sleep 0.1; echo ready >&4; read x; echo alive >&4; read x");
	t.spawn.server = true;
	CU_ASSERT_EQUAL_FATAL(spawn_start(&t.p, &t.spawn), 0);
	one_read(t.p.reply, &t.reply, "ready\n");
	CU_ASSERT_EQUAL(spawn_ready(&t.p), 0);
	CU_ASSERT_EQUAL(procs_sweep(t.p.root), 4);
	CU_ASSERT_EQUAL(procs_sweep(t.p.root), 0);
	CU_ASSERT_EQUAL(write(t.p.in, "\n", 1), 1);
	one_read(t.p.reply, &t.reply, "alive\n");
	CU_ASSERT_PTR_NOT_NULL(strstr(buf_str(&t.reply), "alive\n"));
	one_end(&t);
	CU_ASSERT_TRUE(nothing_left());
}

/* a process is killed in any state */
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
		/* the name of the process looks like the state field after it */
		{"setsid sh -c 'echo \"a) Z 1 1 1\" >/proc/self/comm; echo x >&3; sleep 600; :' &"
		 "sleep 600", false},
		{"sleep 600 & setsid sleep 600 & echo x >&3; read x", true},
		{"sleep 600 & setsid sleep 600 & echo x >&3; kill -9 $$", true},
		{"true & (true &); setsid true & sleep 0.1; echo x >&3; exec sleep 600", true},
		{"echo x >&3; exec 0<&- 1>&- 2>&- 3>&- 4>&-; sleep 600", true},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct one one;
		bool good;

		one_prepare(&one, t[i].script);
		one.spawn.server = t[i].server;
		good = !spawn_start(&one.p, &one.spawn);
		one_read(one.p.out, &one.out, "x\n");
		spawn_kill(&one.p);
		good = good && one.out.len && !one.p.pid && nothing_left();
		UNIT_CHECK(good, "%s", t[i].script);
		/* a second call does no harm */
		one_end(&one);
	}
}

/* a process that the caller started itself is not killed */
static void
test_bystander(void)
{
	pid_t pid = fork();
	struct one t;

	if (!pid) {
		execlp("sleep", "sleep", "600", (char *)NULL);
		_exit(127);
	}
	one_prepare(&t, "kill -9 $PPID; sleep 600");
	CU_ASSERT_EQUAL(one_run(&t), 0);
	one_end(&t);
	CU_ASSERT_EQUAL(waitpid(pid, NULL, WNOHANG), 0);
	kill(pid, SIGKILL);
	CU_ASSERT_EQUAL(waitpid(pid, NULL, 0), pid);
}

/* if the supervisor is killed, its job ends, too */
static void
test_supervisor_killed(void)
{
	struct one t;

	one_prepare(&t, "echo x >&3; sleep 600");
	CU_ASSERT_EQUAL_FATAL(spawn_start(&t.p, &t.spawn), 0);
	one_read(t.p.out, &t.out, "x\n");
	kill(t.p.pid, SIGKILL);
	one_read(t.p.reply, &t.reply, NULL);
	CU_ASSERT_PTR_NULL(strstr(buf_str(&t.reply), "ended"));
	one_end(&t);
	CU_ASSERT_TRUE(nothing_left());
}

void
unit_spawn_kill(void)
{
	static const struct {
		const char *name;
		CU_TestFunc test;
	} tests[] = {
		{"server's orphans", test_server_orphans},
		{"sweep", test_sweep},
		{"kill", test_kill},
		{"bystander", test_bystander},
		{"supervisor killed", test_supervisor_killed},
	};
	CU_pSuite suite = CU_add_suite("spawn, ending", NULL, NULL);

	for (size_t i = 0; i < LENGTH(tests); i++)
		CU_add_test(suite, tests[i].name, tests[i].test);
}
