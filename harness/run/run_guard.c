#include "run/run_guard.h"

#include <string.h>

#include "base/util.h"
#include "fixtures/catalog.h"
#include "fixtures/fixtures.h"
#include "run/run_plan.h"

/* so many names of cases are told; a look takes at most one part in SHARE of the time */
enum { NAMES = 10, SHARE = 50 };

void
guard_begin(struct run_guard *g, struct arena *mem, struct fixtures *f, size_t n)
{
	*g = (struct run_guard){.mem = mem, .fixtures = f};
	/* after a look, what is running counts again */
	g->most = 2 * n;
	g->since = arena_alloc(mem, (g->most + 1) * sizeof(*g->since));
	g->running = arena_alloc(mem, (n + 1) * sizeof(*g->running));
	g->notes = arena_alloc(mem, sizeof(*g->notes));
}

static void
note(struct run_guard *g, const char *text)
{
	const char **notes = arena_alloc(g->mem, (g->nnotes + 2) * sizeof(*notes));

	memcpy(notes, g->notes, g->nnotes * sizeof(*notes));
	notes[g->nnotes++] = text;
	g->notes = notes;
}

static void
add_cases(const struct run_guard *g, struct buf *b)
{
	for (size_t i = 0; i < g->nsince && i < NAMES; i++)
		buf_printf(b, "%s%s", i ? ", " : "", g->since[i]);
	if (g->nsince > NAMES)
		buf_printf(b, " and %zu more", g->nsince - NAMES);
	if (!g->nsince)
		buf_puts(b, "no case");
}

static void
look(struct run_guard *g, const char *found)
{
	struct buf names = {0}, b = {0};
	double began = now_seconds(), end;

	if (found)
		buf_puts(&names, found);
	if (fixtures_look_around(g->fixtures, &names) || found) {
		buf_printf(&b, "what was built has been changed, and is removed: %s; meanwhile "
			   "ran: ", buf_str(&names));
		add_cases(g, &b);
		note(g, arena_strdup(g->mem, b.p));
	}
	buf_free(&names);
	buf_free(&b);
	if (g->nrunning)
		memcpy(g->since, g->running, g->nrunning * sizeof(*g->since));
	g->nsince = g->nrunning;
	end = now_seconds();
	g->next = end + SHARE * (end - began);
}

/* the path of the first of these fixtures that was changed, or NULL; *now: it was not known yet */
static const char *
damaged(struct run_guard *g, const struct run_needs *needs, bool *now)
{
	const char *first = NULL;

	*now = false;
	for (size_t i = 0; i < needs->n; i++) {
		if (fixtures_damaged(g->fixtures, needs->v[i], now) && !first)
			first = fixtures_catalog(g->fixtures)->products[needs->v[i]].path;
	}
	return first;
}

const char *
guard_before(struct run_guard *g, const char *id, const struct run_needs *needs)
{
	bool now;
	const char *path = damaged(g, needs, &now);

	/* cases that are run again begin more often than there are cases */
	if (now || now_seconds() >= g->next || g->nsince == g->most)
		look(g, now ? path : NULL);
	if (path)
		return arena_printf(g->mem, "its fixture %s was changed by a case before it", path);
	g->since[g->nsince++] = id;
	g->running[g->nrunning++] = id;
	return NULL;
}

const char *
guard_after(struct run_guard *g, const char *id, const struct run_needs *needs)
{
	bool now;
	const char *path = damaged(g, needs, &now);
	size_t i = 0;

	if (now)
		look(g, path);
	while (i < g->nrunning && strcmp(g->running[i], id))
		i++;
	if (i < g->nrunning)
		g->running[i] = g->running[--g->nrunning];
	return path ? arena_printf(g->mem, "its fixture %s was changed while it ran", path) : NULL;
}

const char *const *
guard_end(struct run_guard *g)
{
	look(g, NULL);
	return g->notes;
}
