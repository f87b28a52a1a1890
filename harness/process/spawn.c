#include "process/spawn.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "process/bound.h"
#include "process/procs.h"
#include "process/space.h"
#include "base/util.h"

extern char **environ;

/* the child's own ends of the pipes */
struct ends {
	int in, out, log, reply;
	int socket; /* -1: none */
};

/* what a supervisor knows of itself */
struct keeper {
	const struct spawn *spawn;
	const struct space_user *user; /* NULL: it is not apart */
	struct view view;
};

/* descriptors are first moved to FD_ASIDE and above, since the low numbers are about to be used */
enum { FD_ASIDE = 16, SIGNALS = 64, CANNOT_EXECUTE = 127 };

/* the descriptors that the supervisor holds for the job, until the job is started */
enum { HELD_IN, HELD_OUT, HELD_LOG, HELD_REPLY, HELD_SOCKET, HELD_COUNT };

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
	int aside[HELD_COUNT];

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

/* say why nothing can be started, and end */
static PRINTF(1, 2) _Noreturn void
give_up(const char *fmt, ...)
{
	char text[1024];
	va_list ap;
	int len;

	va_start(ap, fmt);
	len = vsnprintf(text, sizeof(text) - 1, fmt, ap);
	va_end(ap);
	if (len < 0 || (size_t)len > sizeof(text) - 2)
		len = (int)sizeof(text) - 2;
	text[len++] = '\n';
	tell("failed ", strlen("failed "));
	tell(text, (size_t)len);
	_exit(1);
}

/* fork the job or server; what a job that fails to start says can be read from *complaint */
static pid_t
job_fork(const struct spawn *s, int *complaint)
{
	struct ends ends = {HELD_IN, HELD_OUT, HELD_LOG, HELD_REPLY, -1};
	pid_t self = getpid(), job;
	int fd[2] = {-1, -1};

	if (!s->server && pipe2(fd, O_CLOEXEC))
		return -1;
	job = fork();
	if (!job) {
		/* a server stays in the supervisor's group and so in our session */
		if (!s->server)
			setsid();
		else if (!s->space)
			prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
		if (!die_with(self))
			_exit(1);
		default_signals();
		if (!s->server)
			ends.reply = fd[1];
		become(s, &ends);
	}
	if (!s->server)
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

/* what the job left: processes, which are killed, and other things */
static struct view_left
look_behind(const struct keeper *k)
{
	struct view_left left = {0};

	if (k->user)
		left = view_look(&k->view, false);
	else
		left.processes = leftovers_kill();
	return left;
}

static _Noreturn void
keep_job(const struct keeper *k)
{
	struct rusage usage = {0};
	struct view_left left;
	char text[128];
	int complaint, status, len;
	pid_t job = job_fork(k->spawn, &complaint);

	if (job < 0)
		give_up("cannot fork: %s", strerror(errno));
	if (!job_started(complaint))
		_exit(1);
	len = snprintf(text, sizeof(text), "started %ld\n", (long)job);
	tell(text, (size_t)len);
	status = job_wait(job, &usage);
	left = look_behind(k);
	len = snprintf(text, sizeof(text), "ended %d %ld %ld %d %u\n", status,
		       microseconds(&usage.ru_utime) + microseconds(&usage.ru_stime),
		       usage.ru_maxrss, left.processes, left.kinds);
	tell(text, (size_t)len);
	_exit(0);
}

/* start the server and wait for its end; if it is apart, orphans become children of this process */
static _Noreturn void
keep_server(const struct keeper *k)
{
	int none;
	pid_t server;

	if (k->user && view_send(&k->view, HELD_SOCKET))
		give_up("cannot send the view: %s", strerror(errno));
	close(HELD_SOCKET);
	server = job_fork(k->spawn, &none);
	if (server < 0)
		give_up("cannot fork: %s", strerror(errno));
	close(HELD_REPLY);
	job_wait(server, NULL);
	_exit(0);
}

/* the harness is dead: nothing may outlive it */
static void
on_orphaned(int sig)
{
	procs_abort();
	_exit(128 + sig);
}

/* the harness might have died before the kernel was told what to do then */
static bool
is_heard(void)
{
	struct pollfd p = {.fd = HELD_REPLY};

	return poll(&p, 1, 0) >= 0 && !(p.revents & POLLERR);
}

static void
keeper_settle(struct keeper *k)
{
	char why[512];

	/* the kernel ends namespaces with their init; other processes must be found */
	if (!k->user) {
		signal(SIGTERM, on_orphaned);
		prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
	}
	prctl(PR_SET_PDEATHSIG, k->user ? SIGKILL : SIGTERM, 0, 0, 0);
	if (!is_heard())
		_exit(1);
	if (k->user && !space_enter(k->spawn->space, k->user, &k->view, why, sizeof(why)))
		give_up("%s", why);
}

/*
 * The supervisor's main function. It leads a process group, so it cannot leave our session. Every
 * job has a session of its own. This distinguishes the orphans of a job from all other processes.
 */
static _Noreturn void
keeper_main(const struct spawn *s, const struct ends *e, const struct space_user *user)
{
	const int from[] = {e->in, e->out, e->log, e->reply, e->socket};
	struct keeper k = {.spawn = s, .user = user};

	setpgid(0, 0);
	default_signals();
	if (s->bound)
		bound_join(s->bound, user && user->ordinary);
	take(from, e->socket < 0 ? HELD_SOCKET : HELD_COUNT);
	signal(SIGPIPE, SIG_IGN);
	keeper_settle(&k);
	if (s->server)
		keep_server(&k);
	keep_job(&k);
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
	shut(&p->socket);
	view_close(&p->view);
}

static void
ends_close(struct ends *e)
{
	shut(&e->in);
	shut(&e->out);
	shut(&e->log);
	shut(&e->reply);
	shut(&e->socket);
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
socket_make(int *ours, int *theirs)
{
	int fd[2];

	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, fd))
		return -1;
	*ours = fd[0];
	*theirs = fd[1];
	return 0;
}

static int
pipes_make(struct process *p, struct ends *e, bool socket)
{
	if (pipe_make(&p->in, &e->in, true) || pipe_make(&p->out, &e->out, false) ||
	    pipe_make(&p->log, &e->log, false) || pipe_make(&p->reply, &e->reply, false) ||
	    (socket && socket_make(&p->socket, &e->socket))) {
		warn("cannot make a pipe:");
		return -1;
	}
	return 0;
}

int
spawn_start(struct process *p, const struct spawn *s)
{
	struct ends ends = {-1, -1, -1, -1, -1};
	struct space_user user;

	*p = (struct process)SPAWN_NONE;
	if (pipes_make(p, &ends, s->space && s->server))
		goto err;
	p->apart = s->space != NULL;
	p->begun = s->server;
	p->pid = s->space ? space_fork(&user) : fork();
	if (p->pid < 0) {
		warn("cannot make a process%s:", s->space ? " with namespaces" : "");
		goto err;
	}
	if (!p->pid)
		keeper_main(s, &ends, s->space ? &user : NULL);
	/* the child does the same, since it is not known which of the two runs first */
	setpgid(p->pid, p->pid);
	p->root = p->pid;
	ends_close(&ends);
	return 0;
err:
	p->pid = 0;
	ends_close(&ends);
	spawn_close(p);
	return -1;
}

int
spawn_ready(struct process *p)
{
	if (!p->apart)
		return procs_children(p->pid, &p->root, 1) == 1 ? 0 : -1;
	if (view_receive(&p->view, p->socket))
		return -1;
	shut(&p->socket);
	return view_learn(&p->view);
}

/* with the init of namespaces everything in them ends */
static void
init_kill(pid_t pid)
{
	kill(pid, SIGKILL);
	while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
		continue;
}

void
spawn_kill(struct process *p)
{
	if (p->pid <= 0)
		return;
	if (p->apart)
		init_kill(p->pid);
	else
		procs_kill(p->pid);
	p->pid = 0;
}
