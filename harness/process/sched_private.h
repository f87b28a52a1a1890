/*
 * Shared by the sched files only: a worker, which has at most one job at a time, and the functions
 * that change its state. Include sched.h before it.
 */
#ifndef SCHED_PRIVATE_H
#define SCHED_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum worker_state {
	WORKER_IDLE,
	WORKER_STARTING, /* its server is not ready yet */
	WORKER_SENT,     /* the server has the job, but has not said started */
	WORKER_RUNNING,  /* the job runs */
	WORKER_ENDING    /* the job was killed, "ended" must still come; ran.how is decided */
};

/* at most so many children of a server's command are remembered */
enum { WRAPPED_MAX = 16 };

struct worker {
	enum worker_state state;
	struct process server; /* pid 0: none */
	struct process own;    /* the process of a job that the server does not fork */
	struct process *now;   /* server or own: the one that the current job uses */
	pid_t wrapped[WRAPPED_MAX]; /* children that the server had when it was ready. If it had */
	size_t nwrapped;            /* any, it is a command around the process that forks */
	bool fresh;            /* the server was started for the current job */
	struct buf reply;      /* bytes of the current process that are not a whole line yet */

	size_t index; /* number of the job */
	struct job job;
	struct buf head;  /* "run N", sent before the input */
	size_t sent;      /* bytes of head and input written */
	size_t out_seen;  /* bytes that came, kept or not */
	size_t log_seen;
	double began;
	double deadline; /* of the current state */
	double held;     /* the time until which its input is kept open; 0: it is not */
	struct ran ran;
	struct buf error; /* the text of ran.error */
};

struct sched {
	struct sched_config config;
	const struct sched_ops *ops;
	void *ctx;
	size_t njobs;
	size_t next;  /* the first job that has not begun */
	bool *begun;  /* by job */
	bool stopped; /* begin no further jobs */
	bool *over;   /* by job */
	double ticked; /* when tick was called last */
	struct worker *workers;
	struct pollfd *fds; /* four a worker: in, out, log, reply */
	unsigned start_failures;     /* of servers, in a row */
	struct buf start_why;        /* the reason of the last one */
};

/* one message of a supervisor or server */
enum reply_kind { REPLY_READY, REPLY_STARTED, REPLY_ENDED, REPLY_FAILED, REPLY_NONSENSE };

struct reply {
	enum reply_kind kind;
	pid_t pid;        /* STARTED */
	int status;       /* ENDED, and the next three */
	double cpu_seconds;
	long max_rss_kb;
	int left; /* processes left behind; from a server 1 for any number */
	const char *text; /* READY, FAILED; points into the line */
};

/* parse one line without its newline; pure */
struct reply reply_parse(const char *line, size_t len);

/* moving bytes between the harness and the current process of a worker; none of these blocks */

/* is there more input to write? */
bool worker_hungry(const struct worker *w);
/* write what the pipe takes; close it after a job's input, unless the input is kept open */
void worker_feed(struct worker *w);
/* keep the input open no longer */
void worker_release(struct worker *w);
/* read once from out or from log, keeping what the limits allow */
void worker_read_out(const struct sched *s, struct worker *w);
void worker_read_log(const struct sched *s, struct worker *w);
/* read everything that both hold now */
void worker_drain(const struct sched *s, struct worker *w);
/* did the job write more than it may? */
bool worker_flooded(const struct sched *s, const struct worker *w);
/* read once from reply into w->reply: >0 if bytes came, 0 if not, -1 at end of file */
int worker_read_reply(struct worker *w);
/* forget the bytes of the previous job */
void worker_forget(struct worker *w);

/* begin the job in w->job as number index; it may be over at once */
void worker_begin(struct sched *s, struct worker *w, size_t index);
/* start a new server for the job; an old one is replaced */
void worker_start_server(struct sched *s, struct worker *w);
/* ask the waiting server to run the job */
void worker_send(struct sched *s, struct worker *w);
/* kill the job, for the reason how; "ended" is still to come */
void worker_stop(struct worker *w, enum ran_how how);
/* the job has ended as r says */
void worker_ended(struct sched *s, struct worker *w, const struct reply *r);
/* the job is over because its process or server has ended; a decision of worker_stop remains */
void worker_lose(struct sched *s, struct worker *w, enum ran_how how, const char *fmt, ...)
	PRINTF(4, 5);
/* the job is over because a server could not be started for it */
void worker_start_failed(struct sched *s, struct worker *w, const char *fmt, ...) PRINTF(3, 4);
/* kill its processes and free it; done is not called for its job */
void worker_free(struct worker *w);

/* act on the messages that came on reply */
void worker_hear(struct sched *s, struct worker *w);
/* act if the job wrote too much, or if a deadline has passed */
void worker_check(struct sched *s, struct worker *w, double now);

#endif
