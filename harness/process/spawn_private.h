/*
 * Shared by the spawn files only: the table of all processes, the supervisor's main function,
 * and the last steps of a child before it becomes another program.
 */
#ifndef SPAWN_PRIVATE_H
#define SPAWN_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct spawn;

/* the child's own ends of the pipes */
struct spawn_ends {
	int in, out, log, reply;
};

/* one line of the process table */
struct proc {
	pid_t pid, ppid, pgrp, session;
	bool dead; /* a zombie: its parent has not waited for it yet */
};

struct procs {
	struct proc *v; /* sorted by pid */
	size_t n;
};

/* read the process pid; false if there is none */
bool proc_read(struct proc *p, pid_t pid);
/* read the table of all processes; replaces what was in t */
void procs_read(struct procs *t);
void procs_free(struct procs *t);
/* is p a descendant of root? root itself is not */
bool procs_below(const struct procs *t, const struct proc *p, pid_t root);

/* be the supervisor of the job s; never returns */
_Noreturn void spawn_supervise(const struct spawn *s, const struct spawn_ends *e);

/*
 * become the program of s: take the descriptors of e, set limits, change folder, execute. Never
 * returns; after an error it writes "failed TEXT" to the reply descriptor and exits.
 */
_Noreturn void spawn_become(const struct spawn *s, const struct spawn_ends *e);

/* turn from[0..n-1] into the descriptors 0..n-1, and close all others */
void spawn_take(const int *from, int n);
/* set all signals to their defaults, and block none */
void spawn_default_signals(void);
/* let the kernel kill this process when its parent dies; false if the parent is dead already */
bool spawn_die_with(pid_t parent);

#endif
