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
#include <unistd.h>

#include "process/spawn.h"
#include "process/spawn_private.h"
#include "base/util.h"

extern char **environ;

/* descriptors are first moved to FD_ASIDE and above, since the low numbers are about to be used */
enum { FD_ASIDE = 16, SIGNALS = 64, CANNOT_EXECUTE = 127 };

void
spawn_default_signals(void)
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

bool
spawn_die_with(pid_t parent)
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

void
spawn_take(const int *from, int n)
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

void
spawn_become(const struct spawn *s, const struct spawn_ends *e)
{
	const int from[] = {e->in, s->answer ? e->out : e->log, e->log, e->out, e->reply};

	spawn_take(from, (int)LENGTH(from));
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
