/*
 * Causes that are known by name: what many transcripts of a run say together about the program
 * that was run, its folders or its fixtures, in a sentence. Results in, text out. Pure.
 */
#ifndef REP_HINTS_H
#define REP_HINTS_H

#include <stddef.h>

struct buf;
struct result;

/* append a line "hint: ..." for each that fits the unexpected ones; returns how many did */
size_t rep_hints(struct buf *b, const struct result *const *all, size_t n);

#endif
