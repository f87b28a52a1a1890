/*
 * A worker: runs one job at a time, on its server or in a process of its own, and says how it
 * ended. Which job comes next is sched's business. Include sched.h before this header.
 */
#ifndef WORKER_H
#define WORKER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "process/bound.h"
#include "process/channel.h"
#include "process/lineage.h"

enum worker_state {
	WORKER_IDLE,
	WORKER_STARTING, /* its server is not ready yet */
	WORKER_SENT,     /* the server has the job, but has not said started */
	WORKER_RUNNING,  /* the job runs */
	WORKER_ENDING    /* the job was killed, "ended" must still come; ran.how is decided */
};

/* at most so many children of a server's command are remembered */
enum { WRAPPED_MAX = 16 };

/* what all workers of a sched share */
struct crew {
	struct sched_config config;
	const struct sched_ops *ops;
	void *ctx;
	unsigned start_failures; /* of servers, in a row */
	struct buf start_why;    /* the reason of the last one */
	int channels;            /* descriptor of config.channels, or -1 */
	char groups[PATH_MAX];   /* where groups of processes are made, or "" */
};

struct worker {
	struct crew *crew;
	unsigned number;
	enum worker_state state;
	struct process server; /* pid 0: none */
	struct process own;    /* the process of a job that the server does not fork */
	struct process *now;   /* server or own: the one that the current job uses */
	struct bound bound;    /* of the processes of both */
	pid_t wrapped[WRAPPED_MAX]; /* children that the server had when it was ready. If it had */
	size_t nwrapped;            /* any, it is a command around the process that forks */
	struct lineage lineage;     /* what the server hands down to its jobs */
	long pipe_sizes;            /* of the server's channels */
	bool fresh;            /* the server was started for the current job */
	struct buf reply;      /* bytes of the current process that are not a whole line yet */

	size_t index; /* number of the job */
	struct job job;
	struct buf head;  /* "run N PATH", sent before the input */
	struct channel channel; /* of a forked job: its transcript */
	size_t sent;      /* bytes of head and input written */
	size_t out_seen;  /* bytes that came, kept or not */
	size_t log_seen;
	double began;
	double deadline; /* of the current state */
	double look;     /* the time of the next look at what it uses, or glance at the machine */
	double due;      /* the time of the next look, crowded or not */
	unsigned long crowd; /* more processes on the machine than the job may add */
	double held;     /* the time until which its input is kept open; 0: it is not */
	struct ran ran;
	struct buf error; /* the text of ran.error */
	struct buf left;  /* the text of ran.left */
};

void worker_init(struct worker *w, struct crew *crew, unsigned number);
/* kill its processes and free it; done is not called for its job */
void worker_free(struct worker *w);

/* begin the job in w->job as number index; it may be over at once: then the worker is idle */
void worker_begin(struct worker *w, size_t index);
/* act on the messages that came on reply */
void worker_hear(struct worker *w);
/* act if the job wrote too much, or if a deadline has passed */
void worker_check(struct worker *w, double now);

#endif
