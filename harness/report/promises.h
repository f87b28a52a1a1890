/*
 * What sources promise (format/sources.h), with the cases of a grid that show it: reports name the
 * rules of a case by id in its `spec`. Pure.
 */
#ifndef PROMISES_H
#define PROMISES_H

#include <stddef.h>

#include "format/sources.h"

struct arena;
struct grid;

struct promises {
	const struct sources *sources; /* NULL: nothing is known of rules */
	size_t **cases;                /* of each rule: numbers of cases in the grid */
	size_t *ncases;
	size_t (*counts)[COVERS];      /* of each source */
	size_t all[COVERS];
};

/* sources may be NULL, or without rules: the same */
void promises_make(struct arena *a, struct promises *p, const struct sources *sources,
		   const struct grid *g);
/* COVER_OPEN: the suite has cases, but the grid lacks them */
enum cover promise_of(const struct promises *p, size_t rule);

#endif
