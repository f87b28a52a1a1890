/* A table of several loaders side by side: the cases whose outcomes differ between them. */
#ifndef MATRIX_H
#define MATRIX_H

#include <stddef.h>
#include <stdio.h>

struct casefile;
struct session;

/* print a row for each case unless it passed under all loaders or was skipped under all; totals */
void matrix_print(FILE *out, const struct session *sessions, size_t nsessions,
		  const struct casefile *const *cases, size_t ncases);

#endif
