/*
 * Finds the lines of a known list by their glob. Nearly all globs are the id of one case, and there
 * may be thousands of both: no line is compared with each case.
 */
#ifndef KNOWN_INDEX_H
#define KNOWN_INDEX_H

#include <stddef.h>

struct arena;
struct known_line;

/* all numbers are those of lines; KNOWN_NONE: no line */
struct known_index {
	size_t *first; /* by hash, the first line with a glob */
	size_t size;   /* of first, a power of two */
	size_t *next;  /* by line, the next one with the same glob */
	size_t *last;  /* by the first line with a glob, the last one with it */
	size_t *wild;  /* the lines whose globs may match more than themselves */
	size_t nwild;
};

#define KNOWN_NONE ((size_t)-1)

/* for at most `most` lines */
void known_index_new(struct arena *a, struct known_index *x, size_t most);
/* add line i; lines are added in their order */
void known_index_add(struct known_index *x, const struct known_line *lines, size_t i);
/* the first line whose glob is this text */
size_t known_index_first(const struct known_index *x, const struct known_line *lines,
			 const char *glob);

#endif
