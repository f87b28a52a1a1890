/*
 * Private to run: the cause that many results share, seen over all of them. Pure.
 */
#ifndef RUN_CAUSES_H
#define RUN_CAUSES_H

#include <stddef.h>

struct arena;
struct result;

/*
 * If one exception that should not have been raised is the cause of half of the unexpected results
 * or more, then it is that of all in which it was raised, also after their first difference.
 */
void run_causes_settle(struct arena *a, struct result *results, size_t n);

#endif
