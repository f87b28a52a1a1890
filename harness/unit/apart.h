/*
 * Runs the registered tests, each in a process of its own, as many at a time as there are
 * processors.
 */
#ifndef APART_H
#define APART_H

#include <stddef.h>

struct apart_counts {
	size_t run, failed;
};

/*
 * prints what the failed tests said, in the order in which they end; of the others, the lines that
 * begin with "skipped: " or "measured: "; at the end once more the names of those that failed
 */
struct apart_counts apart_run(void);

#endif
