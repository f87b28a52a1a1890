#include "report/promises.h"

#include <string.h>

#include "base/util.h"
#include "format/sources.h"
#include "report/doc.h"
#include "report/grid.h"

/* the next rule in a case's `spec`, "URL (ID), URL (ID), PLACE"; NULL at the end */
static const struct rule *
next_rule(const struct sources *s, const char **at)
{
	const char *open;

	while ((open = strchr(*at, '('))) {
		size_t len = strcspn(open + 1, "()");
		struct arena a = {0};
		const struct rule *rule = sources_find(s, arena_strndup(&a, open + 1, len));

		arena_free(&a);
		*at = open + 1 + len;
		if (rule)
			return rule;
	}
	return NULL;
}

/* tell each rule its number of cases, and the numbers of these if there is room for them */
static void
name_cases(struct promises *p, const struct grid *g)
{
	for (size_t i = 0; i < g->cases; i++) {
		const char *at = grid_case(g, i)->spec;
		const struct rule *rule;

		while ((rule = next_rule(p->sources, &at))) {
			size_t k = (size_t)(rule - p->sources->rules);

			if (p->cases[k])
				p->cases[k][p->ncases[k]] = i;
			p->ncases[k]++;
		}
	}
}

void
promises_make(struct arena *a, struct promises *p, const struct sources *sources,
	      const struct grid *g)
{
	*p = (struct promises){0};
	if (!sources || !sources->n)
		return;
	p->sources = sources;
	p->cases = arena_alloc(a, sources->n * sizeof(*p->cases));
	p->ncases = arena_alloc(a, sources->n * sizeof(*p->ncases));
	p->counts = arena_alloc(a, sources->nsources * sizeof(*p->counts));
	name_cases(p, g);
	for (size_t k = 0; k < sources->n; k++) {
		p->cases[k] = arena_alloc(a, (p->ncases[k] + 1) * sizeof(**p->cases));
		p->ncases[k] = 0;
	}
	name_cases(p, g);
	for (size_t k = 0; k < sources->n; k++) {
		p->counts[sources->rules[k].source][promise_of(p, k)]++;
		p->all[promise_of(p, k)]++;
	}
}

enum cover
promise_of(const struct promises *p, size_t rule)
{
	return sources_cover(&p->sources->rules[rule], p->ncases[rule] > 0);
}
