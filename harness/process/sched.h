/*
 * Runs jobs 0..n-1 on a number of workers, one process each, in their order; a job that cannot
 * begin yet is passed over. It is one thread: a poll loop over descriptors and deadlines. It asks
 * the caller for job i only when a worker is free, so waiting and finished jobs take no memory.
 * Knows bytes, status and deadlines; nothing of Python, transcripts or cases.
 */
#ifndef SCHED_H
#define SCHED_H

#include <stdbool.h>
#include <stddef.h>

#include "process/spawn.h"
#include "process/usage.h"
#include "base/util.h"

/* how a job is to be run */
struct job {
	unsigned worker;         /* given: the number, from 0, of the worker if the job forks */
	bool fork;               /* the worker's server forks it; else it is a process of its own */
	struct spawn spawn;      /* not fork: the process. cwd, argv, envp must live until done */
	const char *input;       /* standard input, or the server's request; must live until done */
	size_t input_len;
	double timeout; /* seconds */
	const struct usage *most; /* what its processes and files may use; NULL: no limits */
	const char *folder;       /* what lies in there are its files; NULL: none */
	double hold;    /* not fork: seconds to keep its input open, unless heard ends it */
};

enum ran_how {
	RAN_EXITED,  /* status is its wait status (exit or signal) */
	RAN_TIMEOUT, /* past the deadline; killed */
	RAN_FLOOD,   /* wrote more than the limit; killed */
	RAN_OVER,    /* used more than its limits: see error; killed */
	RAN_LOST,    /* its supervisor or server died while it ran: no status */
	RAN_ERROR    /* could not be run at all: see error */
};

/* the result of a job */
struct ran {
	enum ran_how how;
	int status;          /* as from waitpid */
	struct buf out;      /* bytes of its transcript, at most out_max */
	struct buf log;      /* standard output and error, at most log_max */
	bool log_cut;        /* the log was longer than log_max */
	int leftovers;       /* number of processes that it left behind; they were killed */
	const char *changed; /* "limits", ...: what it changed in the server, which was replaced */
	const char *left;    /* other things that it left behind, in words, or NULL */
	double seconds;      /* wall time */
	double cpu_seconds;
	long max_rss_kb;
	const char *error;   /* all but RAN_EXITED and RAN_TIMEOUT: what happened */
};

/* SCHED_LATER: job i must wait for another job; prepare is called again later */
enum sched_verdict { SCHED_GO, SCHED_SKIP, SCHED_LATER };

struct sched_ops {
	/* fill in job i. After SCHED_SKIP no process is started, and done is not called */
	enum sched_verdict (*prepare)(void *ctx, size_t i, struct job *job);
	/* job i is over; ran and its bytes belong to the scheduler and are valid during the call */
	void (*done)(void *ctx, size_t i, const struct ran *ran);
	/*
	 * job i, whose input is kept open, wrote more. True if its input can be closed now; out is
	 * everything that it wrote. It runs below the process pid. May be NULL.
	 */
	bool (*heard)(void *ctx, size_t i, pid_t pid, const struct buf *out);
	/*
	 * the server pid is ready and tells text about itself. Returns NULL, or why the server must
	 * not be used; this becomes the error of its job. May be NULL: then any server is accepted.
	 */
	const char *(*ready)(void *ctx, pid_t pid, const char *text);
	/* how to start this worker's server; must live until sched_free. NULL if no job forks */
	const struct spawn *(*server)(void *ctx, unsigned worker);
};

struct sched_config {
	unsigned workers;
	double server_start;        /* seconds that a server may take until it is ready */
	const char *channels;       /* folder for the pipes of forked jobs, if a server that is
	                               apart has none of its own; NULL if no job forks */
	size_t out_max, log_max;    /* bytes kept; more than out_max on out is RAN_FLOOD */
	size_t log_flood;           /* more bytes of log than this are RAN_FLOOD */
	void (*tick)(void *ctx);    /* called about every tick_seconds while jobs run; or NULL */
	double tick_seconds;
	const volatile int *interrupted; /* non-zero: a signal came; sched_wait returns -1 */
};

struct sched;

struct sched *sched_new(const struct sched_config *config, const struct sched_ops *ops, void *ctx,
			size_t njobs);
/* n jobs more; their numbers follow */
void sched_add(struct sched *s, size_t n);
/*
 * run until job i is over; 0, or -1 if it is not over: the run was interrupted (nothing is killed
 * yet), or it was stopped before job i began
 */
int sched_wait(struct sched *s, size_t i);
/* begin no further jobs; running jobs go on until sched_free */
void sched_stop(struct sched *s);
/* kill the jobs that still run (done is not called for them), reap everything, free s */
void sched_free(struct sched *s);

#endif
