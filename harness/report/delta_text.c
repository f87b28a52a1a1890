/* What changed between two runs, as text: a part of delta.h. */
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "report/delta.h"
#include "report/doc.h"
#include "report/rep_html.h"

/* the most causes of a kind, and cases of a cause, that are named */
enum { CAUSES_MAX = 30, IDS_MAX = 6 };

static const struct {
	const char *title;
	bool causes; /* they are worth a table; else their number is enough */
} kinds[DELTA_COUNT] = {
	[DELTA_BROKE] = {"broke", true},
	[DELTA_CHANGED] = {"fail for another cause", true},
	[DELTA_DEPARTS] = {"depart now, as a known list says", true},
	[DELTA_MENDED] = {"mended", true},
	[DELTA_EXCUSED] = {"no longer fail the run, but are known or skipped", true},
	[DELTA_NEW] = {"new", false},
	[DELTA_GONE] = {"gone", true},
	[DELTA_SKIPPED] = {"skipped now", true},
	[DELTA_RUNS] = {"no longer skipped", true},
};

static void
add_clean(struct buf *b, const char *s)
{
	text_clean(b, s, strlen(s));
}

static void
add_ids(struct buf *b, const struct tally_row *row, void (*add)(struct buf *b, const char *s))
{
	for (size_t i = 0; i < row->n && i < IDS_MAX; i++) {
		buf_puts(b, i ? " " : "");
		add(b, row->ids[i]);
	}
	if (row->n > IDS_MAX)
		buf_printf(b, " and %zu more", row->n - IDS_MAX);
}

static void
add_counts(struct buf *b, const struct delta *d)
{
	for (int kind = 0; kind < DELTA_COUNT; kind++) {
		if (d->n[kind] || kind == DELTA_BROKE || kind == DELTA_MENDED)
			buf_printf(b, "%zu %s, ", d->n[kind], kinds[kind].title);
	}
	buf_printf(b, "%zu as before\n", d->same);
}

static void
add_run(struct arena *a, struct buf *b, const char *word, const struct doc *d)
{
	buf_puts(b, word);
	add_clean(b, doc_name(a, d));
	buf_puts(b, ", ");
	add_clean(b, d->loader);
	buf_puts(b, ", revision ");
	add_clean(b, d->revision);
	if (d->date) {
		buf_puts(b, ", ");
		add_clean(b, d->date);
	}
	buf_putc(b, '\n');
}

void
delta_text(struct arena *a, struct buf *b, const struct delta *d, const struct doc *old,
	   const struct doc *now)
{
	add_run(a, b, "old: ", old);
	add_run(a, b, "new: ", now);
	if (d->note)
		buf_printf(b, "note: %s\n", d->note);
	for (int kind = 0; kind < DELTA_COUNT; kind++) {
		const struct tally *t = &d->by[kind];

		if (!t->n || !kinds[kind].causes)
			continue;
		buf_printf(b, "\n%s: %zu\n", kinds[kind].title, d->n[kind]);
		for (size_t i = 0; i < t->n && i < CAUSES_MAX; i++) {
			buf_printf(b, "%6zu  ", t->v[i].n);
			add_clean(b, t->v[i].cause);
			buf_puts(b, "\n        ");
			add_ids(b, &t->v[i], add_clean);
			buf_putc(b, '\n');
		}
		if (t->n > CAUSES_MAX)
			buf_printf(b, "        and %zu more causes\n", t->n - CAUSES_MAX);
	}
	buf_putc(b, '\n');
	add_counts(b, d);
}

static void
md_run(struct arena *a, struct buf *b, const char *word, const struct doc *d)
{
	buf_printf(b, "%s ", word);
	md_text(b, doc_name(a, d));
	buf_puts(b, " (revision ");
	md_text(b, d->revision);
	buf_putc(b, ')');
}

void
delta_md(struct arena *a, struct buf *b, const struct delta *d, const struct doc *old,
	 const struct doc *now)
{
	buf_puts(b, "### dynload-cts: ");
	md_run(a, b, "from", old);
	md_run(a, b, " to", now);
	buf_puts(b, "\n\n");
	add_counts(b, d);
	if (d->note)
		buf_printf(b, "\nNote: %s.\n", d->note);
	for (int kind = 0; kind < DELTA_COUNT; kind++) {
		const struct tally *t = &d->by[kind];

		if (!t->n || !kinds[kind].causes)
			continue;
		buf_printf(b, "\n<details%s><summary>%s: %zu</summary>\n\n| cases | cause | "
			   "which |\n|---|---|---|\n", kind == DELTA_BROKE ? " open" : "",
			   kinds[kind].title, d->n[kind]);
		for (size_t i = 0; i < t->n && i < CAUSES_MAX; i++) {
			buf_printf(b, "| %zu | ", t->v[i].n);
			md_text(b, t->v[i].cause);
			buf_puts(b, " | ");
			add_ids(b, &t->v[i], md_text);
			buf_puts(b, " |\n");
		}
		if (t->n > CAUSES_MAX)
			buf_printf(b, "\nand %zu more causes\n", t->n - CAUSES_MAX);
		buf_puts(b, "\n</details>\n");
	}
}
