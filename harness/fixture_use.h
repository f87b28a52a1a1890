/*
 * What is built from each source below fixtures-src, and which of them a case uses: as far as its
 * commands, its env and its host name them, and what those are linked against. Products are
 * named as authors do, below $FIX and with $EXT for the suffix. Pure.
 */
#ifndef FIXTURE_USE_H
#define FIXTURE_USE_H

#include <stdbool.h>
#include <stddef.h>

#include "fixture_line.h"

struct arena;
struct casefile;
struct errors;

struct fixture_source {
	const char *path;         /* below fixtures-src: "hook/x.c" */
	struct fixture_line line; /* empty for a file that is only copied */
	char **products;          /* "hook/x$EXT", ...; NULL-terminated */
	char **needs;             /* products that it is linked against; NULL-terminated */
};

/* false if nothing is made of such a file: a shared header, what an editor left */
bool fixture_is_source(const char *path);
/* is more made of it than a copy */
bool fixture_is_compiled(const char *path);
/* fill in s for the source at path; mistakes in its fixture line go to errors. 0, or -1 if any. */
int fixture_source_parse(struct arena *a, struct fixture_source *s, const char *path,
			 const char *bytes, struct errors *errors);
/* set used[i] for each of the n sources that c uses */
void fixture_use(struct arena *a, const struct casefile *c, const struct fixture_source *v,
		 size_t n, bool *used);

#endif
