#include "report/grid.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "report/doc.h"

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
collect_ids(struct arena *a, struct grid *g)
{
	size_t all = 0, kept = 0;

	for (size_t k = 0; k < g->n; k++)
		all += g->docs[k].n;
	g->ids = arena_alloc(a, (all + 1) * sizeof(*g->ids));
	all = 0;
	for (size_t k = 0; k < g->n; k++) {
		for (size_t i = 0; i < g->docs[k].n; i++)
			g->ids[all++] = g->docs[k].v[i].id;
	}
	qsort(g->ids, all, sizeof(*g->ids), by_text);
	for (size_t i = 0; i < all; i++) {
		if (!kept || strcmp(g->ids[kept - 1], g->ids[i]))
			g->ids[kept++] = g->ids[i];
	}
	g->cases = kept;
}

static void
count(struct grid_cell *c, const struct doc_result *r)
{
	c->cases++;
	c->skipped += r->outcome == OUT_SKIP;
	c->good += doc_good(r);
	c->known += r->outcome == OUT_XFAIL;
	c->unexpected += r->unexpected;
}

static struct grid_area *
area_of(struct arena *a, struct grid *g, const char *id)
{
	size_t len = doc_area(id);
	struct grid_area *last = g->nareas ? &g->areas[g->nareas - 1] : NULL;

	if (last && strlen(last->name) == len && !memcmp(last->name, id, len))
		return last;
	last = &g->areas[g->nareas++];
	last->name = arena_strndup(a, id, len);
	last->cells = arena_alloc(a, g->n * sizeof(*last->cells));
	return last;
}

static void
fill(struct arena *a, struct grid *g)
{
	g->results = arena_alloc(a, (g->cases * g->n + 1) * sizeof(*g->results));
	g->areas = arena_alloc(a, (g->cases + 1) * sizeof(*g->areas));
	g->all = arena_alloc(a, g->n * sizeof(*g->all));
	for (size_t i = 0; i < g->cases; i++) {
		struct grid_area *area = area_of(a, g, g->ids[i]);

		for (size_t k = 0; k < g->n; k++) {
			const struct doc_result *r = doc_find(&g->docs[k], g->ids[i]);

			g->results[i * g->n + k] = r;
			if (!r)
				continue;
			count(&area->cells[k], r);
			count(&g->all[k], r);
		}
	}
}

/* the last component of the command's path, without what follows: "python3.13d" */
static const char *
command_base(struct arena *a, const char *loader)
{
	return text_base(arena_strndup(a, loader, strcspn(loader, " ")));
}

/* which names are also another's */
static void
find_twice(const struct grid *g, bool *twice)
{
	for (size_t k = 0; k < g->n; k++) {
		twice[k] = false;
		for (size_t i = 0; i < g->n && !twice[k]; i++)
			twice[k] = i != k && !strcmp(g->names[i], g->names[k]);
	}
}

static void
name_loaders(struct arena *a, struct grid *g)
{
	bool *twice = arena_alloc(a, g->n * sizeof(*twice));

	g->names = arena_alloc(a, (g->n + 1) * sizeof(*g->names));
	for (size_t k = 0; k < g->n; k++)
		g->names[k] = doc_name(a, &g->docs[k]);
	find_twice(g, twice);
	for (size_t k = 0; k < g->n; k++) {
		if (twice[k])
			g->names[k] = arena_printf(a, "%s, %s", g->names[k],
						   command_base(a, g->docs[k].loader));
	}
	find_twice(g, twice);
	for (size_t k = 0; k < g->n; k++) {
		if (twice[k])
			g->names[k] = arena_printf(a, "%s, %zu", g->names[k], k + 1);
	}
}

void
grid_make(struct arena *a, struct grid *g, const struct doc *docs, size_t n)
{
	*g = (struct grid){.docs = docs, .n = n};
	name_loaders(a, g);
	collect_ids(a, g);
	fill(a, g);
}

int
grid_percent(const struct grid_cell *c)
{
	size_t applies = c->cases - c->skipped;

	return applies ? (int)(c->good * 100 / applies) : -1;
}

const struct doc_result *
grid_case(const struct grid *g, size_t i)
{
	for (size_t k = 0; k < g->n; k++) {
		if (g->results[i * g->n + k])
			return g->results[i * g->n + k];
	}
	return NULL;
}
