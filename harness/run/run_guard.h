/*
 * Watches that no case changes what was built. A case whose own fixture was changed while it ran is
 * BROKEN. Other damage is found by looks at everything; the cases since the last look are named.
 */
#ifndef RUN_GUARD_H
#define RUN_GUARD_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct fixtures;
struct run_needs;

struct run_guard {
	struct arena *mem;
	struct fixtures *fixtures;
	const char **since; /* ids of the cases that began since the last look, or ran then */
	size_t nsince, most; /* most: the place in the list */
	const char **running;
	size_t nrunning;
	double next;        /* the time of the next look */
	const char **notes; /* what was found; NULL-terminated */
	size_t nnotes;
};

/* watch the fixtures during a run of n cases */
void guard_begin(struct run_guard *g, struct arena *mem, struct fixtures *f, size_t n);
/* case id, which needs these fixtures, is to begin: NULL, or why not: one of them was changed */
const char *guard_before(struct run_guard *g, const char *id, const struct run_needs *needs);
/* it has ended: NULL, or the sentence that says which of its fixtures was changed */
const char *guard_after(struct run_guard *g, const char *id, const struct run_needs *needs);
/* look at everything, and return the sentences about all damage so far */
const char *const *guard_end(struct run_guard *g);

#endif
