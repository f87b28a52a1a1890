/* The fixtures of a run while they are built: what is decided, how far it has come. */
#ifndef RUN_BUILDS_H
#define RUN_BUILDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "report/progress.h"
#include "process/sched.h"

struct fixtures;
struct run_needs;

/* seconds between two ticks */
#define BUILDS_TICK 0.1

struct run_builds {
	struct fixtures *fixtures;
	size_t left;     /* products that are not decided */
	size_t compiled; /* products for which a job was run */
	bool running;    /* some job was run, so there is something to be said */
	char also[64];   /* said behind it: how far the cases are */
	struct progress progress;
};

/*
 * begin to make these, in this order, with what all others need; 0, or -1 with a warning if that
 * fails. progress: where to say how far it has come, or NULL.
 */
int builds_begin(struct run_builds *b, struct fixtures *f, const size_t *order, size_t n,
		 unsigned jobs, FILE *progress);
/*
 * make these products and what they need, and nothing else; 0, also when some did not build, or -1
 * with a warning
 */
int builds_all(struct fixtures *f, const size_t *products, size_t n, unsigned jobs,
	       FILE *progress, const volatile int *interrupted);
/* are all of these built, or known not to be */
bool builds_decided(const struct run_builds *b, const struct run_needs *needs);
/* as fixtures_prepare and fixtures_done, and keeping count */
enum sched_verdict builds_prepare(struct run_builds *b, size_t product, struct job *job);
void builds_done(struct run_builds *b, size_t product, const struct ran *ran);
/* some time has passed */
void builds_tick(struct run_builds *b);
void builds_end(struct run_builds *b);

#endif
