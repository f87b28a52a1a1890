#include "tools/bench/bench_run.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/perf_event.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/util.h"

extern char **environ;

/* counts us and all whom we start, or -1 */
static int counter = -1;

/*
 * A process whose parent was killed with its pid namespace, as that of a worker is, is waited for
 * by nobody: what getrusage sums up lacks it, which may be half of all. The kernel's counter of a
 * process and its descendants has it.
 */
static void
open_counter(void)
{
	struct perf_event_attr attr = {.type = PERF_TYPE_SOFTWARE, .size = sizeof(attr),
				       .config = PERF_COUNT_SW_TASK_CLOCK, .inherit = 1};

	counter = (int)syscall(SYS_perf_event_open, &attr, 0, -1, -1, PERF_FLAG_FD_CLOEXEC);
	if (counter >= 0)
		return;
	attr.exclude_kernel = 1; /* where only that is allowed; the clock is the same */
	counter = (int)syscall(SYS_perf_event_open, &attr, 0, -1, -1, PERF_FLAG_FD_CLOEXEC);
}

void
bench_begin(void)
{
	if (prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0))
		die("cannot become the parent of orphans:");
	open_counter();
}

const char *
bench_clock(void)
{
	return counter >= 0 ? "perf_event" : "getrusage";
}

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec * 1e-6;
}

static double
cpu_now(void)
{
	unsigned long long ns;
	struct rusage used;

	if (counter >= 0 && read(counter, &ns, sizeof(ns)) == (ssize_t)sizeof(ns))
		return (double)ns * 1e-9;
	getrusage(RUSAGE_CHILDREN, &used);
	return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/* start argv without input; out is its standard output, -1: thrown away */
static pid_t
start(const char *const *argv, int out, bool silent)
{
	posix_spawn_file_actions_t actions;
	pid_t pid;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
	if (silent)
		posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
	if (out < 0)
		posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
	else
		posix_spawn_file_actions_adddup2(&actions, out, 1);
	errno = posix_spawnp(&pid, argv[0], &actions, NULL, (char *const *)argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	if (errno)
		die("cannot run %s:", argv[0]);
	return pid;
}

/* wait for pid and for all orphans; the status of pid, and its peak in KiB */
static int
reap(pid_t pid, long *peak)
{
	struct rusage used;
	int status, own = 0;
	pid_t got;

	*peak = 0;
	while ((got = wait4(-1, &status, 0, &used)) > 0 || errno == EINTR) {
		if (got != pid)
			continue;
		own = status;
		*peak = used.ru_maxrss;
	}
	return own;
}

struct spent
bench_run(const char *const *argv)
{
	double wall = now_seconds(), cpu = cpu_now();
	struct spent spent;
	int status = reap(start(argv, -1, false), &spent.peak);

	/* 1 is a suite with failures, which costs the same */
	if (!WIFEXITED(status) || WEXITSTATUS(status) > 1)
		die("%s failed; run it by hand to see why", argv[0]);
	spent.cost = (struct cost){cpu_now() - cpu, now_seconds() - wall};
	return spent;
}

int
bench_status(const char *const *argv)
{
	long peak;
	int status = reap(start(argv, -1, true), &peak);

	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* start argv and read its first line; the line's length */
static size_t
read_line(const char *const *argv, char *line, size_t room, pid_t *pid)
{
	size_t len = 0;
	ssize_t got;
	int fds[2];

	if (pipe(fds) || fcntl(fds[0], F_SETFD, FD_CLOEXEC) || fcntl(fds[1], F_SETFD, FD_CLOEXEC))
		die("pipe:");
	*pid = start(argv, fds[1], false);
	close(fds[1]);
	while (len < room && (got = read(fds[0], line + len, 1)) == 1 && line[len] != '\n')
		len++;
	close(fds[0]);
	return len;
}

struct spent
bench_run_until_line(const char *const *argv)
{
	double wall = now_seconds(), cpu = cpu_now();
	struct spent spent;
	char line[4096];
	pid_t pid;

	if (!read_line(argv, line, sizeof(line), &pid))
		die("%s printed nothing; run it by hand to see why", argv[0]);
	kill(pid, SIGKILL);
	wall = now_seconds() - wall;
	reap(pid, &spent.peak);
	spent.cost = (struct cost){cpu_now() - cpu, wall};
	return spent;
}

char *
bench_first_line(const char *const *argv)
{
	char line[4096];
	pid_t pid;
	size_t len = read_line(argv, line, sizeof(line) - 1, &pid);
	long peak;

	reap(pid, &peak);
	line[len] = '\0';
	return xstrdup(line);
}
