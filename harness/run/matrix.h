/* Several targets side by side: which cases went differently. */
#ifndef MATRIX_H
#define MATRIX_H

#include <stddef.h>
#include <stdio.h>

struct casefile;
struct session;

/* print a row for each case that did not pass or skip alike everywhere, and the totals */
void matrix_print(FILE *out, const struct session *sessions, size_t nsessions,
		  const struct casefile *const *cases, size_t ncases);

#endif
