/*
 * How many processes and threads a supervisor and all below it can run: the kernel itself refuses
 * more. A look at what a job uses (usage.h) comes a moment later, and until then a job that forks
 * without end would take what all others on the machine need. The bound is a group of the kernel
 * (cgroup) where one can be made. Else a user namespace has one of its own; else there is none.
 */
#ifndef BOUND_H
#define BOUND_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

/* more than the limit of a job: room for its supervisor, its server, and what waits in there */
enum { BOUND_SPARE = 100 };

struct bound {
	unsigned long most; /* 0: none */
	int folder;         /* its group, locked as long as the run lives; -1: none */
	char path[PATH_MAX];
};

#define BOUND_NONE {.folder = -1}

/* where groups are made */
struct bound_place {
	char path[PATH_MAX];
	size_t top;   /* bytes of path that are the mount: its parent is no group */
	bool unified; /* a cgroup of version 2 */
};

/* find this process's group in the texts of /proc/self/mountinfo and /proc/self/cgroup */
bool bound_find(struct bound_place *p, const char *mounts, const char *own);
/* the folder in which groups can be made, without those that a killed run left; or "" */
void bound_prepare(char *place, size_t size);

/* a bound for jobs of at most so many processes and threads */
void bound_open(struct bound *b, const char *place, unsigned long most);
/* this process and all that it will start are bound; apart: it owns a new user namespace */
void bound_join(const struct bound *b, bool apart);
/* does it hold for a process that has joined? apart: in namespaces */
bool bound_holds(const struct bound *b, bool apart);
/* all of its processes have ended */
void bound_close(struct bound *b);

#endif
