/*
 * What a command costs, with all its descendants. Knows nothing of the program that is measured.
 */
#ifndef BENCH_RUN_H
#define BENCH_RUN_H

#include <stddef.h>

#include "tools/bench/table.h"

/* seconds; cpu: user and system time of the command and all that it started */
struct spent {
	struct cost cost;
	long peak; /* KiB, of the largest process of the command and of those that it waited for */
};

/* call once, first: what outlives its parent becomes ours, so that its time is counted */
void bench_begin(void);
/* what CPU time is taken from: perf_event, or getrusage, which lacks what nobody waited for */
const char *bench_clock(void);
/* run argv with its output thrown away; ends the program if that fails with more than status 1 */
struct spent bench_run(const char *const *argv);
/* what argv costs until it has printed a line; it is killed then */
struct spent bench_run_until_line(const char *const *argv);
/* the first line that argv prints, on the heap */
char *bench_first_line(const char *const *argv);
/* its exit status, or -1; what it says is thrown away, errors too */
int bench_status(const char *const *argv);

#endif
