/*
 * A synthetic run for the reporters' tests: each outcome once, and text that no format can
 * take as it is.
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

/* all of it, or what is not unexpected, or its first half and an interruption */
enum sample_kind { SAMPLE_ALL, SAMPLE_GOOD, SAMPLE_HALF, SAMPLE_NONE };

void sample_fill(struct sample *sample, struct summary *s, enum sample_kind kind);

#endif
