/*
 * What /proc says about processes, and the end of all that are below another one. Knows numbers of
 * processes only; what a job or a server is stands in spawn.h.
 */
#ifndef PROCS_H
#define PROCS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct proc {
	pid_t pid, ppid, pgrp, session;
	bool dead;          /* a zombie: its parent has not waited for it yet */
	long threads;
	long long ticks;    /* of CPU time, with that of children it has waited for */
	long long pages;    /* of memory in use */
};

/* read what the folder proc (/proc, perhaps of other namespaces) tells of pid; false if nothing */
bool procs_read_at(struct proc *p, int proc, pid_t pid);
/* put at most max living children of parent into v; returns how many */
size_t procs_children(pid_t parent, pid_t *v, size_t max);
/*
 * the process, root or below it, that has this number for itself, perhaps in a pid namespace of its
 * own; 0 for none or several
 */
pid_t procs_find(pid_t root, long number);
/*
 * Find the program of the process that has this number for itself, perhaps in a pid namespace of
 * its own. The process is root or below it. Returns NULL with the program's path in path, or the
 * reason why it cannot be found.
 */
const char *procs_program(pid_t root, long number, char *path, size_t size);
/* call fn with each descendant of root, but not with root itself */
void procs_below(pid_t root, void (*fn)(void *ctx, const struct proc *p), void *ctx);
/* kill every descendant of root, but not root itself; returns how many were found alive */
int procs_sweep(pid_t root);
/* kill our child root, its group and every descendant that can be found, and reap them */
void procs_kill(pid_t root);
/* kill everything below this process, at once; a signal handler may call it */
void procs_abort(void);

#endif
