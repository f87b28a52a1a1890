#include <string.h>

#include "tools/mutants/mutants.h"

enum { NAMED = 3 }; /* catchers of a mutant that are named in the short table */

static void
print_catchers(struct buf *out, const struct mutant *m)
{
	size_t named = 0;

	for (size_t i = 0; i < m->n && named < NAMED; i++) {
		if (!m->results[i].caught)
			continue;
		buf_printf(out, " %s", m->results[i].id);
		named++;
	}
	if (m->catchers > named)
		buf_printf(out, " +%zu", m->catchers - named);
}

static void
print_mutant(struct buf *out, const struct mutant *m, int width)
{
	buf_printf(out, "%-*s ", width, m->name);
	if (m->fault) {
		buf_printf(out, "  FAULT  %s", m->fault);
	} else if (m->skipped) {
		buf_printf(out, "   skip  %s", m->skipped);
	} else if (!m->catchers) {
		buf_printf(out, "SURVIVES %s", m->says);
	} else {
		buf_printf(out, "%7zu ", m->catchers);
		print_catchers(out, m);
	}
	buf_putc(out, '\n');
}

/* what a run says of the case; NULL if it says nothing, or is worth nothing */
static const struct mutant_result *
result_of(const struct mutant *m, const char *id)
{
	for (size_t i = 0; i < m->n && !m->fault; i++) {
		if (!strcmp(m->results[i].id, id))
			return &m->results[i];
	}
	return NULL;
}

static void
print_only(struct buf *out, const struct mutants *all)
{
	size_t n = 0;

	for (size_t i = 0; i < all->ncases; i++)
		n += all->cases[i].only > 0;
	buf_printf(out, "\ncases that alone catch a mutant (%zu):\n", n);
	for (size_t i = 0; i < all->ncases; i++) {
		const struct mutant_case *c = &all->cases[i];

		if (!c->only)
			continue;
		buf_printf(out, "  %s:", c->id);
		for (size_t k = 0; k < all->n; k++) {
			const struct mutant *m = &all->v[k];
			const struct mutant_result *r = result_of(m, c->id);

			if (r && r->caught && m->catchers == 1)
				buf_printf(out, " %s", m->name);
		}
		buf_putc(out, '\n');
	}
}

/* a case that says none, and the mutants that it catches all the same */
static void
print_refuted(struct buf *out, const struct mutants *all, const struct mutant_case *c)
{
	size_t named = 0;

	buf_printf(out, "  %s: says none, but catches", c->id);
	for (size_t i = 0; i < all->n && named < NAMED; i++) {
		const struct mutant_result *r = result_of(&all->v[i], c->id);

		if (!r || !mutant_is_refuted(&all->v[i], r))
			continue;
		buf_printf(out, " %s", all->v[i].name);
		named++;
	}
	if (c->refutes > named)
		buf_printf(out, " +%zu", c->refutes - named);
	buf_putc(out, '\n');
}

static void
print_wrong(struct buf *out, const struct mutants *all)
{
	if (!mutants_wrong(all))
		return;
	buf_printf(out, "\ncases whose key 'mutant' is wrong%s (%zu):\n",
		   all->keys_told ? " under this loader" : "", mutants_wrong(all));
	for (size_t i = 0; i < all->n; i++) {
		const struct mutant *m = &all->v[i];

		for (size_t k = 0; k < m->n && !m->fault; k++) {
			if (mutant_is_missed(&m->results[k]))
				buf_printf(out, "  %s: names %s, but does not catch it\n",
					   m->results[k].id, m->name);
		}
	}
	for (size_t i = 0; i < all->ncases; i++) {
		if (all->cases[i].refutes)
			print_refuted(out, all, &all->cases[i]);
	}
	buf_putc(out, '\n');
}

enum { OF_LOADER = 1, OF_AROUND = 2 };

static void
print_numbers(struct buf *out, const struct mutants *all, int which, const char *of)
{
	size_t n = 0, caught = 0, skipped = 0, faults = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct mutant *m = &all->v[i];

		if (!(which & (m->around ? OF_AROUND : OF_LOADER)))
			continue;
		n++;
		faults += m->fault != NULL;
		skipped += !m->fault && m->skipped;
		caught += !m->fault && !m->skipped && m->catchers;
	}
	buf_printf(out, "%s%zu mutants, %zu caught", of, n, caught);
	if (skipped)
		buf_printf(out, ", %zu skipped", skipped);
	if (faults)
		buf_printf(out, ", %zu could not be judged", faults);
	buf_putc(out, '\n');
}

/* of each kind, if there are two; then of all */
static void
print_sums(struct buf *out, const struct mutants *all)
{
	size_t around = 0;

	for (size_t i = 0; i < all->n; i++)
		around += all->v[i].around;
	if (around && around < all->n) {
		print_numbers(out, all, OF_LOADER, "the loader: ");
		print_numbers(out, all, OF_AROUND, "what stands around it: ");
	}
	print_numbers(out, all, OF_LOADER | OF_AROUND, "");
}

static int
name_width(const struct mutants *all)
{
	size_t width = 0;

	for (size_t i = 0; i < all->n; i++) {
		size_t len = strlen(all->v[i].name);

		width = len > width ? len : width;
	}
	return (int)width;
}

void
mutants_print(struct buf *out, const struct mutants *all)
{
	int width = name_width(all);

	for (size_t i = 0; i < all->n; i++)
		print_mutant(out, &all->v[i], width);
	if (!all->brief) {
		print_only(out, all);
		buf_putc(out, '\n');
	}
	print_wrong(out, all);
	print_sums(out, all);
}

/* what stands in the matrix for one mutant and one case: caught, not caught, not run */
static char
mark(const struct mutant *m, const char *id)
{
	const struct mutant_result *r = result_of(m, id);

	if (!r || !r->ran)
		return ' ';
	return r->caught ? 'x' : '.';
}

void
mutants_matrix(struct buf *out, const struct mutants *all)
{
	int width = name_width(all);

	for (size_t i = 0; i < all->ncases; i++)
		buf_printf(out, "%4zu %s\n", i + 1, all->cases[i].id);
	for (size_t hundreds = 100; hundreds; hundreds /= 10) {
		buf_printf(out, "%s%-*s ", hundreds == 100 ? "\n" : "", width, "");
		for (size_t i = 1; i <= all->ncases; i++)
			buf_putc(out, (int)('0' + i / hundreds % 10));
		buf_putc(out, '\n');
	}
	for (size_t i = 0; i < all->n; i++) {
		buf_printf(out, "%-*s ", width, all->v[i].name);
		for (size_t k = 0; k < all->ncases; k++)
			buf_putc(out, mark(&all->v[i], all->cases[k].id));
		buf_putc(out, '\n');
	}
}
