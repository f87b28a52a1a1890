#include "tools/bench/bench_run.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/util.h"

extern char **environ;

void
bench_begin(void)
{
	if (prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0))
		die("cannot become the parent of orphans:");
}

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec * 1e-6;
}

/* of all processes that were waited for */
static double
cpu_now(void)
{
	struct rusage used;

	getrusage(RUSAGE_CHILDREN, &used);
	return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/* start argv; out is its standard output, -1: thrown away */
static pid_t
start(const char *const *argv, int out)
{
	posix_spawn_file_actions_t actions;
	pid_t pid;

	posix_spawn_file_actions_init(&actions);
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

/* wait for pid and for all orphans; the status of pid */
static int
reap(pid_t pid)
{
	int status, own = 0;
	pid_t got;

	while ((got = wait(&status)) > 0 || errno == EINTR) {
		if (got == pid)
			own = status;
	}
	return own;
}

struct cost
bench_run(const char *const *argv)
{
	double wall = now_seconds(), cpu = cpu_now();
	int status = reap(start(argv, -1));

	/* 1 is a suite with failures, which costs the same */
	if (!WIFEXITED(status) || WEXITSTATUS(status) > 1)
		die("%s failed; run it by hand to see why", argv[0]);
	return (struct cost){cpu_now() - cpu, now_seconds() - wall};
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
	*pid = start(argv, fds[1]);
	close(fds[1]);
	while (len < room && (got = read(fds[0], line + len, 1)) == 1 && line[len] != '\n')
		len++;
	close(fds[0]);
	return len;
}

struct cost
bench_run_until_line(const char *const *argv)
{
	double wall = now_seconds(), cpu = cpu_now();
	char line[4096];
	pid_t pid;

	if (!read_line(argv, line, sizeof(line), &pid))
		die("%s printed nothing; run it by hand to see why", argv[0]);
	kill(pid, SIGKILL);
	wall = now_seconds() - wall;
	reap(pid);
	return (struct cost){cpu_now() - cpu, wall};
}

char *
bench_first_line(const char *const *argv)
{
	char line[4096];
	pid_t pid;
	size_t len = read_line(argv, line, sizeof(line) - 1, &pid);

	reap(pid);
	line[len] = '\0';
	return xstrdup(line);
}

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

double
bench_median(double *v, size_t n)
{
	qsort(v, n, sizeof(*v), by_value);
	return v[n / 2];
}
