/* Are reports all the shards of one run? The proof that a merged report misses nothing. Pure. */
#ifndef MERGE_H
#define MERGE_H

#include <stddef.h>

struct arena;
struct doc;

/*
 * NULL if the n reports are complete runs of the same suite under the same loader, and every case
 * of their selection is in exactly one of them; else a sentence that says what is wrong
 */
const char *merge_fault(struct arena *a, const struct doc *docs, size_t n);

#endif
