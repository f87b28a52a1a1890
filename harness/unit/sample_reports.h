/*
 * A made-up run for the tests of reporters: each outcome once, and text that every format has to
 * escape.
 */
#ifndef SAMPLE_REPORTS_H
#define SAMPLE_REPORTS_H

#include <stdbool.h>
#include <stddef.h>

struct result;
struct summary;

enum { SAMPLE_MAX = 20 };

struct sample {
	const struct result *results[SAMPLE_MAX];
	size_t n;
};

/* all results, only expected ones, the first half and an interruption, or no result */
enum sample_kind { SAMPLE_ALL, SAMPLE_GOOD, SAMPLE_HALF, SAMPLE_NONE };

void sample_fill(struct sample *sample, struct summary *s, enum sample_kind kind);

#endif
