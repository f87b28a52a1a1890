/*
 * Reports as large as real ones: the own cases with their expected transcripts, under made-up
 * loaders that skip what their facts rule out, and depart as loaders do that were run.
 */
#ifndef BIG_DOCS_H
#define BIG_DOCS_H

#include <jansson.h>
#include <stddef.h>

struct arena;
struct suite;

/* the report of loader k for n cases: those of the suite, again under other names if it has less */
json_t *big_document(struct arena *a, const struct suite *s, size_t n, size_t k);

#endif
