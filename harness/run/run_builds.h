/*
 * Private to run: watches the fixtures of a run while they are built. It counts the products that
 * are decided and shows the progress. It builds nothing itself; fixtures/ does.
 */
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
	size_t left;     /* products that are not decided yet */
	size_t compiled; /* products for which a job was run */
	bool running;    /* a job was run, so there is progress to show */
	char also[64];   /* shown after it: the progress of the cases */
	struct progress progress;
};

/*
 * begin to build these products in this order; first the precompiled headers are built, which all
 * need. 0, or -1 with a warning. progress: where to show the progress, or NULL.
 */
int builds_begin(struct run_builds *b, struct fixtures *f, const size_t *order, size_t n,
		 unsigned jobs, FILE *progress);
/*
 * build these products and what they need, and nothing else. 0, even if some did not build, or -1
 * with a warning.
 */
int builds_all(struct fixtures *f, const size_t *products, size_t n, unsigned jobs,
	       FILE *progress, const volatile int *interrupted);
/* is each of these built, or known to be impossible to build? */
bool builds_decided(const struct run_builds *b, const struct run_needs *needs);
/* like fixtures_prepare and fixtures_done, but they also count */
enum sched_verdict builds_prepare(struct run_builds *b, size_t product, struct job *job);
void builds_done(struct run_builds *b, size_t product, const struct ran *ran);
/* show the progress again; to be called every BUILDS_TICK seconds */
void builds_tick(struct run_builds *b);
void builds_end(struct run_builds *b);

#endif
