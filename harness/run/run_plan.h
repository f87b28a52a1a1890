/*
 * The order of work: each case comes after the fixtures that it needs, so that cases begin while
 * other fixtures are still being compiled. It knows which products a case names, and runs nothing.
 */
#ifndef RUN_PLAN_H
#define RUN_PLAN_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct casefile;
struct catalog;

struct run_plan {
	struct run_step {
		bool build;    /* a product; otherwise a case */
		size_t number; /* index in the catalog or among the cases */
	} *steps;
	size_t n;
	size_t *step_of; /* by case */
	struct run_needs {
		size_t *v; /* products, in an order in which they can be built */
		size_t n;
	} *needs; /* by case */
};

/* set chosen[n] for each product that c names or that such a product uses at run time */
void run_choose(const struct catalog *catalog, const struct casefile *c, bool *chosen);
/* these products and the ones that they are built from, in the arena */
struct run_needs run_needs_of(struct arena *a, const struct catalog *catalog,
			      const struct casefile *c);
/* plan n cases; the fixtures of a case with skipped[i] are left out. In the arena. */
void run_plan(struct arena *a, struct run_plan *p, const struct catalog *catalog,
	      const struct casefile *const *cases, size_t n, const bool *skipped);

#endif
