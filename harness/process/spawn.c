#include "process/spawn.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "process/procs.h"
#include "base/util.h"

extern char **environ;

/* the child's own ends of the pipes */
struct ends {
	int in, out, log, reply;
};

/* descriptors are first moved to FD_ASIDE and above, since the low numbers are about to be used */
enum { FD_ASIDE = 16, SIGNALS = 64, CANNOT_EXECUTE = 127 };

/* the descriptors that the supervisor holds for the job, until the job is started */
enum { HELD_IN, HELD_OUT, HELD_LOG, HELD_REPLY, HELD_COUNT };

/* after so many seconds, give up on processes that cannot be killed */
static const double PATIENCE = 5;

/* set all signals to their defaults, and block none */
static void
default_signals(void)
{
	/* large enough for the kernel's struct sigaction; all zero means SIG_DFL */
	static const char kernel_default[256];
	sigset_t none;

	/*
	 * not sigaction(): glibc's does not accept its internal signals, but we may have inherited
	 * them as ignored from a make that starts programs by posix_spawn
	 */
	for (int sig = 1; sig <= SIGNALS; sig++)
		syscall(SYS_rt_sigaction, sig, kernel_default, NULL, (size_t)SIGNALS / 8);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

/* let the kernel kill this process when its parent dies; false if the parent is dead already */
static bool
die_with(pid_t parent)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
	return getppid() == parent;
}

/* without close_range: close what /proc lists as open, or else all numbers up to the limit */
static void
close_listed(int first)
{
	DIR *dir = opendir("/proc/self/fd");
	struct dirent *entry;
	long max = sysconf(_SC_OPEN_MAX);

	if (!dir) {
		for (long fd = first; fd < max; fd++)
			close((int)fd);
		return;
	}
	while ((entry = readdir(dir))) {
		long fd = strtol(entry->d_name, NULL, 10);

		if (fd >= first && fd != dirfd(dir))
			close((int)fd);
	}
	closedir(dir);
}

static void
close_from(int first)
{
#ifdef SYS_close_range
	if (!syscall(SYS_close_range, (unsigned)first, ~0U, 0))
		return;
#endif
	close_listed(first);
}

/* turn from[0..n-1] into the descriptors 0..n-1, and close all others */
static void
take(const int *from, int n)
{
	int aside[SPAWN_REPLY_FD + 1];

	for (int i = 0; i < n; i++)
		aside[i] = fcntl(from[i], F_DUPFD_CLOEXEC, FD_ASIDE);
	for (int i = 0; i < n; i++)
		if (dup2(aside[i], i) < 0)
			_exit(CANNOT_EXECUTE);
	close_from(n);
}

static void
limit(int resource, rlim_t most)
{
	struct rlimit now;

	/* only lower the hard limit: an unprivileged process cannot raise it */
	if (getrlimit(resource, &now))
		return;
	if (now.rlim_max == RLIM_INFINITY || most < now.rlim_max)
		now.rlim_max = most;
	now.rlim_cur = now.rlim_max;
	setrlimit(resource, &now);
}

static void
limits_set(const struct spawn_limits *l)
{
	limit(RLIMIT_CORE, 0);
	if (l->file_size)
		limit(RLIMIT_FSIZE, (rlim_t)l->file_size);
	if (l->open_files)
		limit(RLIMIT_NOFILE, (rlim_t)l->open_files);
	/* the last step, since nothing after it can rely on getting memory */
	if (l->address_space)
		limit(RLIMIT_AS, (rlim_t)l->address_space);
}

static _Noreturn void
complain(const char *what, const char *name)
{
	char text[1024];
	int len = snprintf(text, sizeof(text) - 1, "failed cannot %s %s: %s", what, name,
			   strerror(errno));

	if (len < 0)
		_exit(CANNOT_EXECUTE);
	if ((size_t)len > sizeof(text) - 2)
		len = (int)sizeof(text) - 2;
	/* a message is one line, even if the name contains a newline */
	for (int i = 0; i < len; i++)
		if (text[i] == '\n')
			text[i] = '?';
	text[len++] = '\n';
	if (write(SPAWN_REPLY_FD, text, (size_t)len) < 0)
		_exit(CANNOT_EXECUTE);
	_exit(CANNOT_EXECUTE);
}

/*
 * become the program of s: take the descriptors of e, set limits, change folder, execute. After an
 * error it writes "failed TEXT" to the reply descriptor and exits.
 */
static _Noreturn void
become(const struct spawn *s, const struct ends *e)
{
	const int from[] = {e->in, s->answer ? e->out : e->log, e->log, e->out, e->reply};

	take(from, (int)LENGTH(from));
	/* a job must not inherit it, but a failed exec must still be reported */
	if (!s->server)
		fcntl(SPAWN_REPLY_FD, F_SETFD, FD_CLOEXEC);
	if (s->cwd && chdir(s->cwd))
		complain("change to", s->cwd);
	limits_set(&s->limits);
	/* execvp and execvpe both use the PATH of environ, so environ must be the new one */
	environ = (char **)s->envp;
	execvp(s->argv[0], s->argv);
	complain("execute", s->argv[0]);
}

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
	struct ends ends = {HELD_IN, HELD_OUT, HELD_LOG, -1};
	pid_t self = getpid(), job;
	int fd[2];

	if (pipe2(fd, O_CLOEXEC))
		return -1;
	job = fork();
	if (!job) {
		setsid();
		if (!die_with(self))
			_exit(1);
		default_signals();
		ends.reply = fd[1];
		become(s, &ends);
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
		found += procs_sweep(getpid());
	} while (now_seconds() < end);
	return found;
}

static long
microseconds(const struct timeval *t)
{
	return (long)t->tv_sec * 1000000 + (long)t->tv_usec;
}

/* be the supervisor of the job s */
static _Noreturn void
supervise(const struct spawn *s, const struct ends *e)
{
	const int from[] = {e->in, e->out, e->log, e->reply};
	struct rusage usage = {0};
	char text[128];
	int complaint, status, len;
	pid_t job;

	take(from, HELD_COUNT);
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

void
spawn_init(void)
{
	prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
	signal(SIGPIPE, SIG_IGN);
	/* if we inherited SIGCHLD as ignored, we could not wait for children */
	signal(SIGCHLD, SIG_DFL);
}

void
spawn_leave(void)
{
	prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0);
	default_signals();
}

static void
shut(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

void
spawn_close(struct process *p)
{
	shut(&p->in);
	shut(&p->out);
	shut(&p->log);
	shut(&p->reply);
}

static void
ends_close(struct ends *e)
{
	shut(&e->in);
	shut(&e->out);
	shut(&e->log);
	shut(&e->reply);
}

/* make a pipe; our end does not block */
static int
pipe_make(int *ours, int *theirs, bool we_write)
{
	int fd[2];

	if (pipe2(fd, O_CLOEXEC))
		return -1;
	*ours = fd[we_write];
	*theirs = fd[!we_write];
	return fcntl(*ours, F_SETFL, O_NONBLOCK) < 0 ? -1 : 0;
}

static int
pipes_make(struct process *p, struct ends *e)
{
	if (pipe_make(&p->in, &e->in, true) || pipe_make(&p->out, &e->out, false) ||
	    pipe_make(&p->log, &e->log, false) || pipe_make(&p->reply, &e->reply, false)) {
		warn("cannot make a pipe:");
		return -1;
	}
	return 0;
}

/*
 * A supervisor or a server leads a process group, so it cannot leave our session. Every job has a
 * session of its own. This distinguishes the orphans of a job from all other processes.
 */
static _Noreturn void
child_main(const struct spawn *s, const struct ends *e, pid_t parent)
{
	setpgid(0, 0);
	default_signals();
	if (!die_with(parent))
		_exit(127);
	prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
	if (!s->server)
		supervise(s, e);
	become(s, e);
}

int
spawn_start(struct process *p, const struct spawn *s)
{
	struct ends ends = {-1, -1, -1, -1};
	pid_t parent = getpid();

	*p = (struct process){.in = -1, .out = -1, .log = -1, .reply = -1};
	if (pipes_make(p, &ends))
		goto err;
	p->pid = fork();
	if (p->pid < 0) {
		warn("cannot fork:");
		goto err;
	}
	if (!p->pid)
		child_main(s, &ends, parent);
	/* the child does the same, since it is not known which of the two runs first */
	setpgid(p->pid, p->pid);
	if (s->server)
		p->child = p->pid;
	ends_close(&ends);
	return 0;
err:
	p->pid = 0;
	ends_close(&ends);
	spawn_close(p);
	return -1;
}

void
spawn_kill(struct process *p)
{
	if (p->pid <= 0)
		return;
	procs_kill(p->pid);
	p->pid = 0;
	p->child = 0;
}
