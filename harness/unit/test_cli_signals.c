/* A second signal ends the program at once, at any point, and no process keeps running. */
#include <CUnit/CUnit.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cli_support.h"
#include "rows.h"
#include "units.h"

static void
pause_for(long milliseconds)
{
	nanosleep(&(struct timespec){0, milliseconds * 1000000}, NULL);
}

/* write a program to the suite's folder; the format is printf's */
static const char *
script(struct cli *c, const char *name, const char *text)
{
	const char *path = arena_printf(&c->mem, "%s/%s", c->root, name);

	cli_write(c, name, "#!/bin/sh\n%s\n", text);
	chmod(path, 0755);
	return path;
}

/* a script that never ends: one process, and another one in its own session */
static const char *
lingering(struct cli *c)
{
	const char *sleeper = script(c, "sleeper", "while :; do sleep 1; done");

	return arena_printf(&c->mem, "setsid %s & %s", sleeper, sleeper);
}

static bool
wait_for(struct cli *c, const char *name, int n)
{
	const char *path = arena_printf(&c->mem, "%s/%s", c->root, name);

	for (int i = 0; i < 200; i++) {
		if (cli_processes(path) >= n)
			return true;
		pause_for(50);
	}
	return false;
}

static pid_t
start(struct cli *c, const char *loader, int out)
{
	pid_t pid = fork();

	if (pid)
		return pid;
	dup2(out, 1);
	dup2(out, 2);
	execl(arena_printf(&c->mem, "%s/conform", c->build), "conform", "--root", c->root,
	      "--loader", loader, "-j2", "-o", "tap", (char *)NULL);
	_exit(98);
}

/*
 * Sends two signals that are handled without a pause between them. The kernel delivers the lower
 * number first and interrupts its handler at once by the other, so SIGINT is handled last.
 */
static void
signal_twice(pid_t pid)
{
	kill(pid, SIGSTOP);
	kill(pid, SIGTERM);
	kill(pid, SIGINT);
	kill(pid, SIGCONT);
}

static void
check_end(struct cli *c, pid_t pid, const char *label)
{
	double began = now_seconds();
	int status = 0;

	waitpid(pid, &status, 0);
	UNIT_CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 128 + SIGINT, "%s: status %#x",
		   label, (unsigned)status);
	UNIT_CHECK(now_seconds() - began < 30, "%s: took %g s", label, now_seconds() - began);
	UNIT_CHECK(!cli_processes(c->root), "%s: %d processes left", label,
		   cli_processes(c->root));
}

static void
test_in_hello(void)
{
	struct cli c;
	const char *loader;
	pid_t pid;

	cli_open(&c);
	cli_import(&c, "a/good", "good");
	loader = script(&c, "loader", lingering(&c));
	pid = start(&c, loader, 1);
	CU_ASSERT_TRUE(wait_for(&c, "sleeper", 2));
	signal_twice(pid);
	check_end(&c, pid, "in hello");
	cli_close(&c);
}

static void
test_in_building(void)
{
	struct cli c;
	const char *loader;
	pid_t pid;

	cli_open(&c);
	cli_import(&c, "a/good", "good");
	cli_write(&c, "fixtures-src/a/x.c", "int x;\n");
	loader = script(&c, "loader",
			"echo '{\"protocol\": 1, \"adapter\": \"a\", \"facts\":"
			" {\"impl\": \"fake-1.0\", \"py\": \"3.14\", \"libc\": \"none-0\","
			" \"arch\": \"none\", \"abi\": \"fake\","
			" \"suffix\": \".fake\", \"include\": \"/nonexistent\","
			" \"cap\": [\"native\"]}}'");
	setenv("CC", script(&c, "compiler", lingering(&c)), 1);
	pid = start(&c, loader, 1);
	unsetenv("CC");
	CU_ASSERT_TRUE(wait_for(&c, "sleeper", 2));
	signal_twice(pid);
	check_end(&c, pid, "in building");
	cli_close(&c);
}

/* wait until the pipe is full */
static bool
wait_full(int fd)
{
	int before = -1, now;

	for (int i = 0; i < 200; i++) {
		pause_for(100);
		if (!ioctl(fd, FIONREAD, &now) && now == before && now > 60000)
			return true;
		before = now;
	}
	return false;
}

/* a report that nobody reads blocks, and the workers have to wait */
static void
test_in_report(void)
{
	enum { MANY = 400 };
	struct cli c;
	int out[2];
	pid_t pid;

	cli_open(&c);
	for (int i = 0; i < MANY; i++)
		cli_case(&c, arena_printf(&c.mem, "a/bad-%d", i), "", "import x\n", "> import x\n");
	CU_ASSERT_EQUAL_FATAL(pipe(out), 0);
	pid = start(&c, arena_printf(&c.mem, "%s/unit/fake_loader", c.build), out[1]);
	close(out[1]);
	CU_ASSERT_TRUE(wait_full(out[0]));
	/* the first signal must be handled before the second comes; alone it changes nothing */
	kill(pid, SIGINT);
	pause_for(300);
	CU_ASSERT_EQUAL(waitpid(pid, NULL, WNOHANG), 0);
	kill(pid, SIGINT);
	check_end(&c, pid, "in the report");
	close(out[0]);
	cli_close(&c);
}

void
unit_cli_signals(void)
{
	static const struct row_test tests[] = {
		{"twice in hello", test_in_hello},
		{"twice while fixtures are built", test_in_building},
		{"twice in a report that nobody reads", test_in_report},
	};

	rows_suite("cli signals", tests, LENGTH(tests));
}
