/*
 * What each loader skips, and why it cannot have it: harness/SKIPS.md, made of reports. A loader
 * without a new report keeps its section. Pure: JSON and Markdown as text in, Markdown out.
 */
#ifndef SKIPS_H
#define SKIPS_H

#include <stddef.h>

#include "base/util.h"
#include "format/expr.h"

struct skips_row {
	const char *requirement;
	size_t cases;
};

struct skips_loader {
	const char *name;
	struct facts facts;
	size_t cases; /* of the run, skipped or not */
	struct skips_row *v; /* on the heap, the most frequent first */
	size_t n;
};

struct skips {
	struct arena mem;
	struct skips_loader *v; /* on the heap, sorted by name */
	size_t n;
};

/* what an earlier skips_print wrote; lines that it does not write are ignored */
void skips_read(struct skips *s, const char *text);
/* what `conform -o json` wrote of this loader, in the place of what was known; NULL, or why not */
const char *skips_report(struct skips *s, const char *name, const char *json, size_t len);
void skips_print(struct buf *out, const struct skips *s);
/* one line for each requirement without a sentence */
void skips_unsaid(struct buf *out, const struct skips *s);
void skips_free(struct skips *s);

#endif
