/*
 * Runs jobs 0..n-1 in order, as far as they can begin, on a number of workers, one process each,
 * single-threaded: a poll loop over their descriptors and deadlines. The caller says what job i is
 * only when a worker is free for it, so nothing is held for jobs that have not begun or are over.
 * Knows bytes, status and deadlines; nothing of Python, transcripts or cases.
 */
#ifndef SCHED_H
#define SCHED_H

#include <stdbool.h>
#include <stddef.h>

#include "process/spawn.h"
#include "base/util.h"

/* how a job is to be run */
struct job {
	bool fork;               /* by the worker's server; otherwise a process of its own */
	struct spawn spawn;      /* not fork: the process. cwd, argv, envp must live until done */
	const char *input;       /* standard input, or the server's request; must live until done */
	size_t input_len;
	double timeout; /* seconds */
	double hold;    /* not fork: seconds to keep its standard input open unless heard ends it */
};

enum ran_how {
	RAN_EXITED,  /* status is its wait status (exit or signal) */
	RAN_TIMEOUT, /* past the deadline; killed */
	RAN_FLOOD,   /* wrote more than the limit; killed */
	RAN_LOST,    /* its supervisor or server died under it: no status */
	RAN_ERROR    /* could not be run at all: see error */
};

/* what came of it */
struct ran {
	enum ran_how how;
	int status;          /* as from waitpid */
	struct buf out;      /* bytes on SPAWN_OUT_FD, at most out_max */
	struct buf log;      /* standard output and error, at most log_max */
	bool log_cut;        /* there was more */
	int leftovers;       /* processes it left behind; killed */
	double seconds;      /* wall time */
	double cpu_seconds;
	long max_rss_kb;
	const char *error;   /* RAN_ERROR, RAN_LOST: what happened */
};

/* SCHED_LATER: not before another job is over; it is asked again */
enum sched_verdict { SCHED_GO, SCHED_SKIP, SCHED_LATER };

struct sched_ops {
	/* fill in job i, or SCHED_SKIP: no process, done is not called */
	enum sched_verdict (*prepare)(void *ctx, size_t i, struct job *job);
	/* job i is over; ran (and its bytes) are the scheduler's, valid during the call */
	void (*done)(void *ctx, size_t i, const struct ran *ran);
	/*
	 * job i, whose input is held, wrote more: is all that came on out enough to end its input?
	 * It runs below the process pid. May be NULL.
	 */
	bool (*heard)(void *ctx, size_t i, pid_t pid, const struct buf *out);
	/*
	 * the server pid is ready and says this of itself: NULL, or why it is not to be used, which
	 * its job will be told. May be NULL: then any will do.
	 */
	const char *(*ready)(void *ctx, pid_t pid, const char *text);
};

struct sched_config {
	unsigned workers;
	const struct spawn *server; /* how to start a worker's server; NULL if no job forks */
	double server_start;        /* seconds it may take to say ready */
	size_t out_max, log_max;    /* bytes kept; past out_max it is RAN_FLOOD */
	size_t log_flood;           /* bytes of log past which it is RAN_FLOOD */
	void (*tick)(void *ctx);    /* called about each tick_seconds while jobs run; or NULL */
	double tick_seconds;
	const volatile int *interrupted; /* non-zero: a signal came; sched_wait returns -1 */
};

struct sched;

struct sched *sched_new(const struct sched_config *config, const struct sched_ops *ops, void *ctx,
			size_t njobs);
/*
 * run until job i is over; 0, or -1 if it is not: interrupted (nothing is killed yet), or stopped
 * before it began
 */
int sched_wait(struct sched *s, size_t i);
/* begin no further jobs; those running go on until sched_free */
void sched_stop(struct sched *s);
/* kill what still runs (their jobs are never done), reap everything, free */
void sched_free(struct sched *s);

#endif
