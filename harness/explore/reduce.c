#include "explore/reduce.h"

#include <stdlib.h>
#include <string.h>

#include "base/util.h"

/* as many candidates as one step can have */
enum { CANDIDATES_MAX = COMMANDS_MAX + ACTORS_MAX * PLAN_KEYS };

struct step {
	reduce_asks *asks;
	void *ctx;
	struct program candidates[CANDIDATES_MAX];
	size_t n;
	bool stopped;
};

/* take the first candidate that shows it in the place of p; false if none does */
static bool
take(struct step *s, struct program *p)
{
	bool shows[CANDIDATES_MAX] = {false};

	if (s->stopped || !s->n)
		return false;
	s->stopped = s->asks(s->ctx, s->candidates, s->n, shows) != 0;
	for (size_t i = 0; i < s->n && !s->stopped; i++) {
		if (shows[i]) {
			*p = s->candidates[i];
			return true;
		}
	}
	return false;
}

static struct program *
candidate(struct step *s, const struct program *p)
{
	s->candidates[s->n] = *p;
	return &s->candidates[s->n++];
}

/* candidates without `size` commands in a row, from the end: later ones need earlier ones */
static void
without_commands(struct step *s, const struct program *p, size_t size)
{
	s->n = 0;
	for (size_t end = p->n; end >= size && p->n > size; end -= size) {
		struct program *c = candidate(s, p);

		memmove(c->commands + end - size, c->commands + end,
			(p->n - end) * sizeof(*c->commands));
		c->n -= size;
	}
}

static void
fewer_commands(struct step *s, struct program *p)
{
	for (size_t size = p->n / 2; size; size /= 2) {
		do
			without_commands(s, p, size);
		while (take(s, p));
	}
}

/* candidates in which one key of one plan has its simplest value */
static void
with_simpler_key(struct step *s, const struct program *p)
{
	s->n = 0;
	for (size_t i = 0; i < p->nactors; i++)
		for (int key = 0; key < PLAN_KEYS; key++)
			if (p->actors[i].plan.value[key])
				candidate(s, p)->actors[i].plan.value[key] = 0;
}

/* p with each key simplest that may be so alone; the candidates are with_simpler_key's */
static struct program
with_all_simpler(const struct step *s, const struct program *p, const bool *shows)
{
	struct program all = *p;

	for (size_t n = 0; n < s->n; n++)
		for (size_t i = 0; i < p->nactors && shows[n]; i++)
			for (int key = 0; key < PLAN_KEYS; key++)
				if (!s->candidates[n].actors[i].plan.value[key])
					all.actors[i].plan.value[key] = 0;
	return all;
}

/* one key after the other would take as many steps as there are keys: try all at once first */
static bool
take_simpler(struct step *s, struct program *p)
{
	bool shows[CANDIDATES_MAX] = {false}, all_show = false;
	struct program all;
	size_t first = 0;

	if (s->stopped || !s->n)
		return false;
	s->stopped = s->asks(s->ctx, s->candidates, s->n, shows) != 0;
	while (first < s->n && !shows[first])
		first++;
	if (s->stopped || first == s->n)
		return false;
	all = with_all_simpler(s, p, shows);
	*p = s->candidates[first];
	s->stopped = s->asks(s->ctx, &all, 1, &all_show) != 0;
	if (all_show && !s->stopped)
		*p = all;
	return !s->stopped;
}

static void
simpler_plans(struct step *s, struct program *p)
{
	do
		with_simpler_key(s, p);
	while (take_simpler(s, p));
}

/* candidates without one module; the numbers of the others must stay in order */
static void
without_actor(struct step *s, const struct program *p)
{
	s->n = 0;
	for (size_t i = 0; i < p->nactors && p->nactors > 1; i++) {
		struct program *c = candidate(s, p);

		memmove(c->actors + i, c->actors + i + 1,
			(p->nactors - i - 1) * sizeof(*c->actors));
		c->nactors--;
	}
}

static void
fewer_actors(struct step *s, struct program *p)
{
	do
		without_actor(s, p);
	while (take(s, p));
}

/* one module after the other: each simpler name makes the next one's choice another */
static void
simpler_names(struct arena *a, struct step *s, struct program *p)
{
	for (size_t i = 0; i < p->nactors; i++) {
		s->n = 0;
		if (program_rename(a, candidate(s, p), i))
			take(s, p);
	}
}

void
reduce(struct arena *a, struct program *p, reduce_asks *asks, void *ctx)
{
	struct step *s = xcalloc(1, sizeof(*s));
	size_t before;

	s->asks = asks;
	s->ctx = ctx;
	do {
		before = p->n;
		fewer_commands(s, p);
		simpler_plans(s, p);
		fewer_actors(s, p);
		simpler_names(a, s, p);
	} while (p->n < before && !s->stopped);
	free(s);
}
