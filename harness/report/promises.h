/*
 * What sources promise (format/sources.h), with the cases of a grid that show it: reports name the
 * rules of a case by id in its `spec`. Pure.
 */
#ifndef PROMISES_H
#define PROMISES_H

#include <stddef.h>

struct arena;
struct grid;
struct sources;

enum promise {
	PROMISE_COVERED,      /* a case of the grid shows it */
	PROMISE_NOT_COVERED,  /* the list says why no case does */
	PROMISE_NOT_TESTABLE, /* the list says why no case can */
	PROMISE_NOT_HERE      /* neither: the suite has cases, but the grid lacks them */
};
enum { PROMISES = PROMISE_NOT_HERE + 1 };

struct promises {
	const struct sources *sources; /* NULL: nothing is known of rules */
	size_t **cases;                /* of each rule: numbers of cases in the grid */
	size_t *ncases;
	size_t (*counts)[PROMISES];    /* of each source */
	size_t all[PROMISES];
};

/* sources may be NULL, or without rules: the same */
void promises_make(struct arena *a, struct promises *p, const struct sources *sources,
		   const struct grid *g);
enum promise promise_of(const struct promises *p, size_t rule);

#endif
