/* What changed between two runs, case by case. Reports in, struct out. Pure. */
#ifndef DELTA_H
#define DELTA_H

#include <stddef.h>

#include "report/tally.h"

struct arena;
struct buf;
struct doc;

/*
 * right: passes, wording that the level tolerates included; a known departure or a result that
 * fails the run is not right; a skipped case is neither
 */
enum delta_kind {
	DELTA_BROKE,   /* fails the run now, and did not before */
	DELTA_CHANGED, /* fails the run as before, but for another cause */
	DELTA_DEPARTS, /* was right, and departs now as a known list says */
	DELTA_MENDED,  /* is right now, and was not before */
	DELTA_EXCUSED, /* failed the run, and does not any more: it is known, or skipped */
	DELTA_NEW,     /* only the new report has the case, and it does not fail */
	DELTA_GONE,    /* only the old report has the case */
	DELTA_SKIPPED, /* was executed, and is skipped now */
	DELTA_RUNS,    /* was skipped, and is executed now, without failing */
	DELTA_COUNT
};

struct delta {
	struct tally by[DELTA_COUNT]; /* cases by cause or reason; what is mended by the old one */
	size_t n[DELTA_COUNT];
	size_t same;      /* cases of both reports that are in none of these */
	const char *note; /* why the reports compare badly, or NULL */
};

void delta_make(struct arena *a, struct delta *d, const struct doc *old, const struct doc *now);
/* append what changed, for a terminal, or as GitHub's Markdown */
void delta_text(struct arena *a, struct buf *b, const struct delta *d, const struct doc *old,
		const struct doc *now);
void delta_md(struct arena *a, struct buf *b, const struct delta *d, const struct doc *old,
	      const struct doc *now);

#endif
