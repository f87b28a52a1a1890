/* Private to run: finds a cause that many results share. Pure. */
#ifndef RUN_CAUSES_H
#define RUN_CAUSES_H

#include <stddef.h>

struct arena;
struct result;

/*
 * If one exception that should not have been raised is the cause of at least half of the unexpected
 * results, it becomes the cause of every unexpected result in which it was raised, even if that
 * result has an earlier difference.
 */
void run_causes_settle(struct arena *a, struct result *results, size_t n);

#endif
