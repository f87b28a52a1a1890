/* Several runs as Markdown: short, for a comment or the summary of a build. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "report/doc.h"
#include "report/grid.h"
#include "report/rep_html.h"
#include "report/tally.h"

/* the most causes that are shown */
enum { CAUSES_MAX = 20 };

void
md_text(struct buf *b, const char *s)
{
	struct buf clean = {0};

	text_clean(&clean, s, strlen(s));
	for (s = buf_str(&clean); *s; s++) {
		if (*s == '<' || *s == '@' || *s == '&')
			buf_printf(b, "&#%d;", *s);
		else if (strchr("\\`*_{}[]()#+!|~>-", *s))
			buf_printf(b, "\\%c", *s);
		else
			buf_putc(b, *s == '\t' ? ' ' : *s);
	}
	buf_free(&clean);
}

static const char *
verdict(const struct doc *d)
{
	if (!d->complete)
		return "incomplete";
	return d->unexpected ? "**failed**" : "as expected";
}

static void
add_loaders(struct buf *b, const struct grid *g)
{
	buf_puts(b, "| loader | verdict | right | skipped | known | unexpected |\n"
		    "|---|---|---|---|---|---|\n");
	for (size_t k = 0; k < g->n; k++) {
		const struct doc *d = &g->docs[k];
		const struct grid_cell *c = &g->all[k];

		buf_puts(b, "| ");
		md_text(b, g->names[k]);
		buf_printf(b, " | %s | %zu of %zu | %zu | %zu | %zu |\n", verdict(d), c->good,
			   c->cases - c->skipped, c->skipped, c->known, c->unexpected);
	}
}

static bool
is_plain(const struct grid *g, const struct grid_area *area)
{
	for (size_t k = 0; k < g->n; k++) {
		if (area->cells[k].good + area->cells[k].skipped != area->cells[k].cases)
			return false;
	}
	return true;
}

static void
add_cell(struct buf *b, const struct grid_cell *c)
{
	int percent = grid_percent(c);

	if (percent < 0)
		buf_puts(b, c->cases ? " skipped |" : " |");
	else
		buf_printf(b, " %d %% (%zu of %zu) |", percent, c->good, c->cases - c->skipped);
}

static void
add_areas(struct buf *b, const struct grid *g)
{
	size_t plain = 0;

	buf_puts(b, "\n| area |");
	for (size_t k = 0; k < g->n; k++) {
		buf_putc(b, ' ');
		md_text(b, g->names[k]);
		buf_puts(b, " |");
	}
	buf_puts(b, "\n|---|");
	for (size_t k = 0; k < g->n; k++)
		buf_puts(b, "---|");
	buf_putc(b, '\n');
	for (size_t i = 0; i < g->nareas; i++) {
		if (is_plain(g, &g->areas[i])) {
			plain++;
			continue;
		}
		buf_printf(b, "| %s |", g->areas[i].name);
		for (size_t k = 0; k < g->n; k++)
			add_cell(b, &g->areas[i].cells[k]);
		buf_putc(b, '\n');
	}
	buf_printf(b, "\nAll is right, or skipped, in %zu areas of %zu.\n", plain, g->nareas);
}

static void
add_causes(struct arena *a, struct buf *b, const struct grid *g)
{
	struct tally tally = {0};
	size_t n;

	for (size_t k = 0; k < g->n; k++) {
		for (size_t i = 0; i < g->docs[k].n; i++) {
			const struct doc_result *r = &g->docs[k].v[i];

			if (r->unexpected)
				tally_add(a, &tally, doc_cause(r), r->id);
		}
	}
	tally_sort(&tally);
	n = tally.n < CAUSES_MAX ? tally.n : CAUSES_MAX;
	if (n)
		buf_puts(b, "\n| results | cause | such as |\n|---|---|---|\n");
	for (size_t i = 0; i < n; i++) {
		buf_printf(b, "| %zu | ", tally.v[i].n);
		md_text(b, tally.v[i].cause);
		buf_printf(b, " | %s |\n", tally.v[i].ids[0]);
	}
	if (tally.n > n)
		buf_printf(b, "\n%zu more causes are in the report.\n", tally.n - n);
}

void
md_page(struct arena *a, struct buf *b, const struct doc *docs, size_t n)
{
	struct grid g;

	grid_make(a, &g, docs, n);
	buf_printf(b, "### dynload-cts: %zu cases, %zu %s\n\n", g.cases, n,
		   n == 1 ? "loader" : "loaders");
	add_loaders(b, &g);
	add_areas(b, &g);
	add_causes(a, b, &g);
}
