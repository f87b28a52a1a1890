/*
 * What the processes between a supervisor and a job hand down: limits, priority, processors, and
 * the channels, whose flags all processes share that have them open. A job can change them in its
 * parents, and in the process that waits for the next job; the next job would run with them.
 * Knows numbers of processes and descriptors only.
 */
#ifndef LINEAGE_H
#define LINEAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/types.h>

enum { LINEAGE_MAX = 8, LINEAGE_LIMITS = 16, LINEAGE_CPUS = 128, LINEAGE_CHANNELS = 2 };

struct traits {
	struct rlimit limits[LINEAGE_LIMITS];
	int priority, policy;
	unsigned char cpus[LINEAGE_CPUS]; /* a set of them, as the kernel writes it */
};

struct lineage {
	pid_t pids[LINEAGE_MAX]; /* from the supervisor's child down to the server */
	struct traits traits[LINEAGE_MAX];
	size_t n;
	long flags[LINEAGE_CHANNELS]; /* of the descriptors for its output and its transcript */
	int children; /* the kernel's list of the server's children, or -1 */
};

#define LINEAGE_NONE {.n = 0, .children = -1}

/* the server below this supervisor is ready: note what it hands down */
void lineage_note(struct lineage *l, pid_t supervisor);
/*
 * what differs from then, in words, or NULL: in these processes, or in a child of the server that
 * waits for a job. Such a child may not be stopped, or about to get a signal, either.
 */
const char *lineage_changed(const struct lineage *l);
void lineage_close(struct lineage *l);

#endif
