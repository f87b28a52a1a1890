#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "process/spawn.h"
#include "process/spawn_private.h"
#include "base/util.h"

/* after so many seconds, give up on processes that do not die of SIGKILL */
static const double PATIENCE = 2;
static const struct timespec NAP = {0, 1000000};

/* which processes to kill, and those found so far */
struct hunt {
	bool (*prey)(const struct procs *t, const struct proc *p, pid_t root);
	pid_t root;
	struct procs table;
	pid_t *seen; /* each found process once, dead ones too */
	size_t nseen;
	int alive; /* number of them that were alive when found */
};

static bool
below(const struct procs *t, const struct proc *p, pid_t root)
{
	return procs_below(t, p, root);
}

/*
 * Children of ours that we did not start: when root died, its descendants became our children.
 * Jobs have their own sessions; supervisors and servers are in ours (see spawn.c). A process that
 * a server started in our session still has the server's group.
 */
static bool
orphaned(const struct procs *t, const struct proc *p, pid_t root)
{
	(void)t;
	return p->ppid == getpid() && (p->session != getsid(0) || p->pgrp == root);
}

static void
note(struct hunt *h, const struct proc *p)
{
	for (size_t i = 0; i < h->nseen; i++)
		if (h->seen[i] == p->pid)
			return;
	h->seen = xreallocarray(h->seen, h->nseen + 1, sizeof(*h->seen));
	h->seen[h->nseen++] = p->pid;
	h->alive += !p->dead;
}

/* kill the living, reap our dead children; true if any was alive */
static bool
hunt_round(struct hunt *h)
{
	bool any = false;

	procs_read(&h->table);
	for (size_t i = 0; i < h->table.n; i++) {
		const struct proc *p = &h->table.v[i];

		if (!h->prey(&h->table, p, h->root))
			continue;
		note(h, p);
		if (p->dead) {
			waitpid(p->pid, NULL, WNOHANG);
			continue;
		}
		kill(p->pid, SIGKILL);
		any = true;
	}
	return any;
}

/* repeat until nothing is found: a process may have forked before it was killed */
static void
hunt_run(struct hunt *h)
{
	double end = now_seconds() + PATIENCE;

	while (hunt_round(h) && now_seconds() < end)
		nanosleep(&NAP, NULL);
}

static void
hunt_free(struct hunt *h)
{
	procs_free(&h->table);
	free(h->seen);
}

int
spawn_sweep(pid_t root)
{
	struct hunt h = {.prey = below, .root = root};

	hunt_run(&h);
	hunt_free(&h);
	return h.alive;
}

void
spawn_kill(struct process *p)
{
	struct hunt descendants = {.prey = below, .root = p->pid};
	struct hunt orphans = {.prey = orphaned, .root = p->pid};

	if (p->pid <= 0)
		return;
	/* a stopped process starts nothing new, but orphans still become its children */
	kill(p->pid, SIGSTOP);
	hunt_run(&descendants);
	kill(-p->pid, SIGKILL);
	kill(p->pid, SIGKILL);
	while (waitpid(p->pid, NULL, 0) < 0 && errno == EINTR)
		continue;
	/* its dead children are our children now */
	for (size_t i = 0; i < descendants.nseen; i++)
		waitpid(descendants.seen[i], NULL, WNOHANG);
	hunt_run(&orphans);
	hunt_free(&descendants);
	hunt_free(&orphans);
	p->pid = 0;
	p->child = 0;
}
