/*
 * Runs shell scripts as jobs of a sched and keeps what came of them, for the tests of sched.
 * Needs sched.h in front of it.
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
	size_t input_len; /* zero bytes of input; if fork, in the request behind the script */
	bool skip;
	const char *program; /* run this alone; NULL: the shell with text */
	const char *env;     /* its environment; NULL: a good PATH */
	const char *cwd;     /* NULL: "/" */
};

/* what came of it, in the trial's memory */
struct came {
	int times; /* done was called */
	struct ran ran;
};

struct trial {
	const struct script *scripts;
	size_t n;
	unsigned workers;    /* 0: 1 */
	const char *mode;    /* of the fake server; NULL: "good" */
	double server_start; /* 0: long enough */
	size_t stop_after;   /* sched_stop when so many are done; 0: never */
	const volatile int *interrupted;
	bool wrapped;        /* the server runs below a shell */
	const char *refusal; /* of each server; NULL: it is welcome */

	/* filled in */
	struct arena mem;
	struct spawn server;
	struct sched *sched;
	struct came *came;
	size_t prepared, done;
	const char *said; /* by the last server, of itself */
	bool disordered; /* prepare was not called in order */
};

/* begin, wait and end */
size_t trial_run(struct trial *t);
void trial_begin(struct trial *t);
/* wait for all in order; how many sched_wait returned 0 */
size_t trial_wait(struct trial *t);
/* free the sched, keep what came */
void trial_end(struct trial *t);
void trial_free(struct trial *t);

/* how many servers were started since the last call */
size_t trial_servers(void);
/* remove the file in which servers are counted; a suite's cleanup function */
int trial_cleanup(void);

/* the tests of jobs below servers, good and bad, and of looks at jobs; called by unit_sched */
void unit_sched_server(void);
void unit_sched_hold(void);

#endif
