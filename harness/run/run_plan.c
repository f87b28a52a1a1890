#include "run/run_plan.h"

#include <stdlib.h>
#include <string.h>

#include "format/casefile.h"
#include "fixtures/catalog.h"
#include "base/util.h"

void
run_choose(const struct catalog *catalog, const struct casefile *c, bool *chosen)
{
	for (size_t i = 0; i < c->ncommands; i++) {
		for (size_t k = 1; k < c->commands[i].nwords; k++)
			catalog_choose(catalog, c->area, c->commands[i].words[k], chosen);
	}
	for (char *const *env = c->env; env && *env; env++)
		catalog_choose(catalog, c->area, *env, chosen);
	for (char *const *arg = c->args; arg && *arg; arg++)
		catalog_choose(catalog, c->area, *arg, chosen);
	for (char *const *option = c->options; option && *option; option++)
		catalog_choose(catalog, c->area, *option, chosen);
	if (c->host) {
		struct arena a = {0};

		catalog_choose(catalog, c->area, arena_printf(&a, "$FIX/%s", c->host), chosen);
		arena_free(&a);
	}
	catalog_choose_used(catalog, chosen);
}

struct run_needs
run_needs_of(struct arena *a, const struct catalog *catalog, const struct casefile *c)
{
	bool *chosen = xcalloc(catalog->nproducts + 1, sizeof(*chosen));
	size_t *v = xcalloc(catalog->nproducts + 1, sizeof(*v)), n = 0, *order;
	struct run_needs needs;

	run_choose(catalog, c, chosen);
	for (size_t i = 0; i < catalog->nproducts; i++) {
		if (chosen[i])
			v[n++] = i;
	}
	order = catalog_order(catalog, v, &n);
	needs.n = n;
	needs.v = arena_alloc(a, (n + 1) * sizeof(*needs.v));
	memcpy(needs.v, order, n * sizeof(*needs.v));
	free(order);
	free(v);
	free(chosen);
	return needs;
}

void
run_plan(struct arena *a, struct run_plan *p, const struct catalog *catalog,
	 const struct casefile *const *cases, size_t n, const bool *skipped)
{
	bool *planned = xcalloc(catalog->nproducts + 1, sizeof(*planned));

	*p = (struct run_plan){0};
	p->steps = arena_alloc(a, (n + catalog->nproducts + 1) * sizeof(*p->steps));
	p->step_of = arena_alloc(a, (n + 1) * sizeof(*p->step_of));
	p->needs = arena_alloc(a, (n + 1) * sizeof(*p->needs));
	for (size_t i = 0; i < n; i++) {
		if (!skipped[i])
			p->needs[i] = run_needs_of(a, catalog, cases[i]);
		for (size_t k = 0; k < p->needs[i].n; k++) {
			size_t product = p->needs[i].v[k];

			if (planned[product])
				continue;
			planned[product] = true;
			p->steps[p->n++] = (struct run_step){true, product};
		}
		p->step_of[i] = p->n;
		p->steps[p->n++] = (struct run_step){false, i};
	}
	free(planned);
}
