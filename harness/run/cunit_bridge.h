/*
 * CUnit as the driver of a run: a suite per area, a test per case. All tests have one body, which
 * waits for the case's result and asserts it with the case's own file and line. It knows no
 * processes, parallelism or deadlines: these are the scheduler's.
 */
#ifndef CUNIT_BRIDGE_H
#define CUNIT_BRIDGE_H

#include <stddef.h>

struct casefile;
struct result;

struct bridge_ops {
	/* wait for the result of case i; NULL: the run has ended, assert nothing */
	const struct result *(*wait)(void *ctx, size_t i);
};

/*
 * run cases[0..n) through CUnit. Returns the number of tests that CUnit counts as failed, or
 * -1 with a warning if CUnit could not be set up.
 */
int bridge_run(const struct bridge_ops *ops, void *ctx, const struct casefile *const *cases,
	       size_t n);

#endif
