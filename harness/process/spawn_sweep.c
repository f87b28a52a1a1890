#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "process/spawn.h"
#include "process/spawn_private.h"
#include "base/util.h"

/* seconds after which processes that do not die of SIGKILL are left alone */
static const double PATIENCE = 2;
static const struct timespec NAP = {0, 1000000};

/* whom to kill, and who was found */
struct hunt {
	bool (*prey)(const struct procs *t, const struct proc *p, pid_t root);
	pid_t root;
	struct procs table;
	pid_t *seen; /* each once, dead ones too */
	size_t nseen;
	int alive; /* how many of them were alive when found */
};

static bool
below(const struct procs *t, const struct proc *p, pid_t root)
{
	return procs_below(t, p, root);
}

/*
 * Processes of ours that we never started: when root died, its descendants came to us. Jobs have
 * their own sessions, supervisors and servers stand in ours (see spawn.c). What a server started
 * without a session still has the server's group.
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

/* kill the living, reap the dead that are ours; true if any was alive */
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

/* again and again: what is being killed may have forked meanwhile */
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
	/* stopped, it starts nothing new, and still is the one to whom orphans go */
	kill(p->pid, SIGSTOP);
	hunt_run(&descendants);
	kill(-p->pid, SIGKILL);
	kill(p->pid, SIGKILL);
	while (waitpid(p->pid, NULL, 0) < 0 && errno == EINTR)
		continue;
	/* its dead are ours now */
	for (size_t i = 0; i < descendants.nseen; i++)
		waitpid(descendants.seen[i], NULL, WNOHANG);
	hunt_run(&orphans);
	hunt_free(&descendants);
	hunt_free(&orphans);
	p->pid = 0;
	p->child = 0;
}
