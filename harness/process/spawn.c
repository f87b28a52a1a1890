#include "process/spawn.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "process/spawn_private.h"
#include "base/util.h"

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
	spawn_default_signals();
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
ends_close(struct spawn_ends *e)
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
pipes_make(struct process *p, struct spawn_ends *e)
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
child_main(const struct spawn *s, const struct spawn_ends *e, pid_t parent)
{
	setpgid(0, 0);
	spawn_default_signals();
	if (!spawn_die_with(parent))
		_exit(127);
	prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
	if (!s->server)
		spawn_supervise(s, e);
	spawn_become(s, e);
}

int
spawn_start(struct process *p, const struct spawn *s)
{
	struct spawn_ends ends = {-1, -1, -1, -1};
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
