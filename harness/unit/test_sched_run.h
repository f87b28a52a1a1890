/*
 * For the tests of sched: runs shell scripts as jobs and keeps their results. Include sched.h
 * before this header.
 */
#ifndef TEST_SCHED_RUN_H
#define TEST_SCHED_RUN_H

#include <stdbool.h>
#include <stddef.h>

/* bytes that a job may write */
enum { TRIAL_LIMIT = 64 * 1024, TRIAL_FLOOD = 16 * TRIAL_LIMIT };

/* a job: a script for the shell */
struct script {
	const char *text;
	bool fork;
	double timeout;   /* 0: long enough */
	size_t input_len; /* zero bytes as input; with fork, in the request after the script */
	bool skip;
	const char *program; /* run this program without arguments; NULL: the shell with text */
	const char *env;     /* its environment; NULL: a good PATH */
	const char *cwd;     /* NULL: "/" */
};

/* the result of a job, in the trial's memory */
struct came {
	int times; /* number of calls of done */
	struct ran ran;
};

struct trial {
	const struct script *scripts;
	size_t n;
	unsigned workers;    /* 0: 1 */
	const char *mode;    /* of the fake server; NULL: "good" */
	double server_start; /* 0: long enough */
	size_t stop_after;   /* call sched_stop after so many jobs; 0: never */
	const volatile int *interrupted;
	bool wrapped;        /* the server runs below a shell */
	bool apart;          /* all in namespaces */
	const struct usage *most; /* what a job may use; NULL: no limits */
	const char *refusal; /* for each server; NULL: it is accepted */

	/* filled in */
	struct arena mem;
	struct spawn server;
	struct space space;
	struct sched *sched;
	struct came *came;
	size_t prepared, done;
	const char *said; /* the last server's message about itself */
	bool disordered; /* prepare was not called in order */
};

/* the path of a program in the folder of the test program */
char *trial_program(struct arena *mem, const char *name);
/* begin, wait and end */
size_t trial_run(struct trial *t);
void trial_begin(struct trial *t);
/* wait for all in order; returns how often sched_wait returned 0 */
size_t trial_wait(struct trial *t);
/* free the sched, keep the results */
void trial_end(struct trial *t);
void trial_free(struct trial *t);

/* the number of servers that were started since the last call */
size_t trial_servers(void);
/* a suite's cleanup function: removes the file in which servers are counted */
int trial_cleanup(void);

/* parts of the suite in other files; called by unit_sched */
void unit_sched_server(void);
void unit_sched_hold(void);

#endif
