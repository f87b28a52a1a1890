/*
 * What becomes of a result when its case was run again: the same, or FLAKY, which is never a pass.
 * And which cases came near their deadline. Pure.
 */
#ifndef RETRY_H
#define RETRY_H

#include <stddef.h>

struct arena;
struct result;

/* make r of the results of n attempts, in their order; n is at least 1 */
void retry_settle(struct arena *a, struct result *r, const struct result *all, size_t n);
/* a sentence that names those of n results that used over half of their time; NULL: none did */
const char *retry_near(struct arena *a, const struct result *const *all, size_t n);

#endif
