/*
 * Unified diff of two lists of lines. A hunk's header names the last command line ("> ...")
 * at or above it, so that a reader sees what was being done. Pure.
 */
#ifndef DIFF_H
#define DIFF_H

#include <stddef.h>

struct buf;

enum { DIFF_CONTEXT = 3, DIFF_MAX = 80 };

/*
 * append the difference (-want, +got) with DIFF_CONTEXT lines around each change and at most
 * DIFF_MAX lines, saying how many more there were; nothing if equal. Returns the index in
 * want of the first line that differs, or (size_t)-1 if equal.
 */
size_t diff_lines(struct buf *b, char *const *want, size_t nwant, char *const *got, size_t ngot);

#endif
