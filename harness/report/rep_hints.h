/*
 * Hints: many transcripts of a run can show one known fault of the program that was run, of its
 * folders or of its fixtures. Each fault has a sentence. Results in, text out. Pure.
 */
#ifndef REP_HINTS_H
#define REP_HINTS_H

#include <stddef.h>

struct buf;
struct result;

/* append a line "hint: ..." for each fault that unexpected results show; returns their number */
size_t rep_hints(struct buf *b, const struct result *const *all, size_t n);

#endif
