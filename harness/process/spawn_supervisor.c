#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "process/spawn.h"
#include "process/spawn_private.h"
#include "base/util.h"

/* the descriptors that the supervisor holds for the job, until the job is started */
enum { HELD_IN, HELD_OUT, HELD_LOG, HELD_REPLY, HELD_COUNT };

/* after so many seconds, give up on processes that cannot be killed */
static const double PATIENCE = 5;

static void
tell(const char *text, size_t len)
{
	while (len) {
		ssize_t put = write(HELD_REPLY, text, len);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			_exit(1);
		text += put;
		len -= (size_t)put;
	}
}

/* fork the job; if it fails to start, its error message can be read from *complaint */
static pid_t
job_fork(const struct spawn *s, int *complaint)
{
	struct spawn_ends ends = {HELD_IN, HELD_OUT, HELD_LOG, -1};
	pid_t self = getpid(), job;
	int fd[2];

	if (pipe2(fd, O_CLOEXEC))
		return -1;
	job = fork();
	if (!job) {
		setsid();
		if (!spawn_die_with(self))
			_exit(1);
		spawn_default_signals();
		ends.reply = fd[1];
		spawn_become(s, &ends);
	}
	close(fd[1]);
	close(HELD_IN);
	close(HELD_OUT);
	close(HELD_LOG);
	*complaint = fd[0];
	return job;
}

/* forward the child's error message; true if there was none, so exec succeeded */
static bool
job_started(int complaint)
{
	char text[1024];
	size_t len = 0;

	for (;;) {
		ssize_t got = read(complaint, text, sizeof(text));

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			break;
		tell(text, (size_t)got);
		len += (size_t)got;
	}
	close(complaint);
	return !len;
}

/* wait for the job, and reap orphans meanwhile */
static int
job_wait(pid_t job, struct rusage *usage)
{
	for (;;) {
		int status;
		pid_t pid = wait4(-1, &status, 0, usage);

		if (pid == job)
			return status;
		if (pid < 0 && errno != EINTR)
			_exit(1);
	}
}

/* kill what the job left behind; if the kernel says that there are no children, reads no table */
static int
leftovers_kill(void)
{
	double end = now_seconds() + PATIENCE;
	int found = 0;

	do {
		pid_t pid;

		do
			pid = waitpid(-1, NULL, WNOHANG);
		while (pid > 0 || (pid < 0 && errno == EINTR));
		if (pid < 0)
			break;
		found += spawn_sweep(getpid());
	} while (now_seconds() < end);
	return found;
}

static long
microseconds(const struct timeval *t)
{
	return (long)t->tv_sec * 1000000 + (long)t->tv_usec;
}

void
spawn_supervise(const struct spawn *s, const struct spawn_ends *e)
{
	const int from[] = {e->in, e->out, e->log, e->reply};
	struct rusage usage = {0};
	char text[128];
	int complaint, status, len;
	pid_t job;

	spawn_take(from, HELD_COUNT);
	signal(SIGPIPE, SIG_IGN);
	job = job_fork(s, &complaint);
	if (job < 0) {
		len = snprintf(text, sizeof(text), "failed cannot fork: %s\n", strerror(errno));
		tell(text, (size_t)len);
		_exit(1);
	}
	if (!job_started(complaint))
		_exit(1);
	len = snprintf(text, sizeof(text), "started %ld\n", (long)job);
	tell(text, (size_t)len);
	status = job_wait(job, &usage);
	len = snprintf(text, sizeof(text), "ended %d %ld %ld %d\n", status,
		       microseconds(&usage.ru_utime) + microseconds(&usage.ru_stime),
		       usage.ru_maxrss, leftovers_kill());
	tell(text, (size_t)len);
	_exit(0);
}
