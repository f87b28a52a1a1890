/*
 * Unified diff of two lists of lines. A hunk's header names the last command line ("> ...")
 * at or above the change, so that a reader sees which command it belongs to. Pure.
 */
#ifndef DIFF_H
#define DIFF_H

#include <stddef.h>

struct buf;

enum { DIFF_CONTEXT = 3, DIFF_MAX = 80 };

/*
 * append the difference (-want, +got), with DIFF_CONTEXT lines around each change. After DIFF_MAX
 * lines it ends with the number of lines left out. Returns the index in want of the first line
 * that differs. If the lists are equal, it appends nothing and returns (size_t)-1.
 */
size_t diff_lines(struct buf *b, char *const *want, size_t nwant, char *const *got, size_t ngot);

#endif
