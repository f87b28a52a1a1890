/*
 * What a report is worth: whether it agrees with itself. Whether it belongs to a suite is asked
 * elsewhere, with the suite's files. Pure.
 */
#ifndef WORTH_H
#define WORTH_H

#include <stddef.h>

struct arena;
struct buf;
struct doc;

/*
 * append a line for each thing that does not agree: counts, hashes, causes, results that cannot be;
 * returns their number. At most WORTH_MAX lines are written.
 */
enum { WORTH_MAX = 20 };
size_t worth_faults(struct buf *b, const struct doc *d);
/* append one fault, unless *n, which is counted on, says that there are WORTH_MAX already */
void worth_fault(struct buf *b, size_t *n, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* append in one line what was run, how, and what came of it */
void worth_line(struct arena *a, struct buf *b, const struct doc *d);

/* append a badge: an SVG picture, or the JSON that shields.io's endpoint badges read */
void badge_svg(struct arena *a, struct buf *b, const struct doc *d);
void badge_json(struct arena *a, struct buf *b, const struct doc *d);

#endif
