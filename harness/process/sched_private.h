/*
 * Shared by the sched files only: a worker, which has at most one job at a time, and the steps
 * of its life. Needs sched.h in front of it.
 */
#ifndef SCHED_PRIVATE_H
#define SCHED_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum worker_state {
	WORKER_IDLE,
	WORKER_STARTING, /* its server has not said ready */
	WORKER_SENT,     /* the server has not said started */
	WORKER_RUNNING,  /* the job runs */
	WORKER_ENDING    /* the job was killed, "ended" is awaited; ran.how is decided */
};

/* of the children that a server's command has when it is ready, so many are remembered */
enum { WRAPPED_MAX = 16 };

struct worker {
	enum worker_state state;
	struct process server; /* pid 0: none */
	struct process own;    /* of a job that is not forked by the server */
	struct process *now;   /* the one of these that the current job uses */
	pid_t wrapped[WRAPPED_MAX]; /* the server's children when it was ready: if it has any, it */
	size_t nwrapped;            /* is but the command around the one that forks */
	bool fresh;            /* the server was started for the current job */
	struct buf reply;      /* bytes of the current process not yet taken as a line */

	size_t index; /* of the job */
	struct job job;
	struct buf head;  /* "run N", in front of the input */
	size_t sent;      /* bytes of head and input written */
	size_t out_seen;  /* bytes that came, kept or not */
	size_t log_seen;
	double began;
	double deadline; /* of the present state */
	double held;     /* until when its input is kept open; 0: no longer */
	struct ran ran;
	struct buf error; /* behind ran.error */
};

struct sched {
	struct sched_config config;
	const struct sched_ops *ops;
	void *ctx;
	size_t njobs;
	size_t next;  /* the first job that has not begun */
	bool *begun;  /* by job */
	bool stopped; /* begin no more */
	bool *over;   /* by job */
	double ticked; /* when tick was called last */
	struct worker *workers;
	struct pollfd *fds; /* four a worker: in, out, log, reply */
	unsigned start_failures;     /* of servers, in a row */
	struct buf start_why;        /* the last of them */
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

/* read one line without its newline; pure */
struct reply reply_parse(const char *line, size_t len);

/* bytes between the harness and the current process of a worker; nothing here blocks */

/* more input is to be written */
bool worker_hungry(const struct worker *w);
/* write what the pipe takes, and close it behind a job's input unless that is held */
void worker_feed(struct worker *w);
/* hold it no longer */
void worker_release(struct worker *w);
/* read once from out or from log, keeping what the limits allow */
void worker_read_out(const struct sched *s, struct worker *w);
void worker_read_log(const struct sched *s, struct worker *w);
/* read all that is there on both */
void worker_drain(const struct sched *s, struct worker *w);
/* the job wrote more than it may */
bool worker_flooded(const struct sched *s, const struct worker *w);
/* read once from reply into w->reply: >0 bytes came, 0 none now, -1 end of file */
int worker_read_reply(struct worker *w);
/* forget the bytes of the job before */
void worker_forget(struct worker *w);

/* begin the job in w->job as number index; it may be over at once */
void worker_begin(struct sched *s, struct worker *w, size_t index);
/* start a new server for the job in the place of what there was */
void worker_start_server(struct sched *s, struct worker *w);
/* ask the server, which waits for it, to run the job */
void worker_send(struct sched *s, struct worker *w);
/* kill the job, for the reason how; "ended" is still to come */
void worker_stop(struct worker *w, enum ran_how how);
/* the job has ended as r says */
void worker_ended(struct sched *s, struct worker *w, const struct reply *r);
/* the job is over because its process or server is; what worker_stop decided holds */
void worker_lose(struct sched *s, struct worker *w, enum ran_how how, const char *fmt, ...)
	PRINTF(4, 5);
/* the job is over because a server could not be started for it */
void worker_start_failed(struct sched *s, struct worker *w, const char *fmt, ...) PRINTF(3, 4);
/* kill what it has and free it; its job is never done */
void worker_free(struct worker *w);

/* act on what reply holds */
void worker_hear(struct sched *s, struct worker *w);
/* act on a flood, or on a deadline that is before now */
void worker_check(struct sched *s, struct worker *w, double now);

#endif
