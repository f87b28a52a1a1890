/*
 * What a command costs, with all its descendants. Knows nothing of the program that is measured.
 */
#ifndef BENCH_RUN_H
#define BENCH_RUN_H

#include <stddef.h>

/* seconds */
struct cost {
	double cpu, wall; /* cpu: user and system time of the command and all that it started */
};

/* call once, first: what outlives its parent becomes ours, so that its time is counted */
void bench_begin(void);
/* run argv with its output thrown away; ends the program if that fails with more than status 1 */
struct cost bench_run(const char *const *argv);
/* what argv costs until it has printed a line; it is killed then */
struct cost bench_run_until_line(const char *const *argv);
/* the first line that argv prints, on the heap */
char *bench_first_line(const char *const *argv);
/* sorts v */
double bench_median(double *v, size_t n);

#endif
