#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "report/doc.h"
#include "report/grid.h"
#include "report/page.h"
#include "report/rep_html.h"

/* the most loaders whose cells may be wide */
enum { FEW = 8 };

/* a word for the state of a cell, which is its class; the text and the mark say it, too */
static const char *
state(const struct grid_cell *c)
{
	if (!c->cases)
		return "none";
	if (c->unexpected)
		return "bad";
	if (c->cases == c->skipped)
		return "skipped";
	return c->known ? "known" : "good";
}

static void
add_marks(struct buf *b, const struct grid_cell *c)
{
	if (c->unexpected)
		buf_printf(b, "<span class=\"mark bad\">%zu unexpected</span>", c->unexpected);
	if (c->known)
		buf_printf(b, "<span class=\"mark known\">%zu known</span>", c->known);
}

/* area NULL: all areas */
static void
add_cell(struct buf *b, const struct grid_cell *c, const char *area, size_t loader)
{
	int percent = grid_percent(c);

	if (!c->cases) {
		buf_puts(b, "<td class=\"none\">not run</td>");
		return;
	}
	buf_printf(b, "<td class=\"%s\"><a href=\"#view=cases", state(c));
	if (area) {
		buf_puts(b, "&amp;area=");
		html_text(b, area);
	}
	buf_printf(b, "&amp;loader=%zu\">", loader + 1);
	if (percent < 0)
		buf_printf(b, "<b>skipped</b><small>%zu of %zu</small>", c->skipped, c->cases);
	else
		buf_printf(b, "<b>%d&#160;%%</b><small>%zu of %zu</small>"
			   "<i class=\"bar\" style=\"--part:%d%%\"></i>",
			   percent, c->good, c->cases - c->skipped, percent);
	add_marks(b, c);
	buf_puts(b, "</a></td>");
}

static void
add_matrix(struct buf *b, const struct grid *g)
{
	buf_printf(b, "<table id=\"matrix\" class=\"%s\">", g->n <= FEW ? "few" : "many-loaders");
	buf_puts(b, "<caption>Cases that did what is right, of those that "
		    "apply to the loader, by area</caption>\n<thead><tr><th scope=\"col\">area"
		    "</th>");
	for (size_t k = 0; k < g->n; k++) {
		buf_puts(b, "<th scope=\"col\"><span>");
		html_text(b, g->names[k]);
		buf_puts(b, "</span></th>");
	}
	buf_puts(b, "</tr></thead>\n<tbody>\n<tr class=\"all\"><th scope=\"row\">all areas</th>");
	for (size_t k = 0; k < g->n; k++)
		add_cell(b, &g->all[k], NULL, k);
	buf_puts(b, "</tr>\n");
	for (size_t i = 0; i < g->nareas; i++) {
		const char *name = g->areas[i].name;

		buf_puts(b, "<tr><th scope=\"row\"><a href=\"#view=cases&amp;area=");
		html_text(b, name);
		buf_puts(b, "\">");
		html_text(b, name);
		buf_puts(b, "</a></th>");
		for (size_t k = 0; k < g->n; k++)
			add_cell(b, &g->areas[i].cells[k], name, k);
		buf_puts(b, "</tr>\n");
	}
	buf_puts(b, "</tbody></table>\n");
}

static void
add_field(struct buf *b, const char *s)
{
	buf_puts(b, "<td>");
	html_text(b, s && *s ? s : "?");
	buf_puts(b, "</td>");
}

static void
add_verdict(struct buf *b, const struct doc *d)
{
	if (!d->complete) {
		buf_puts(b, "<td class=\"bad\"><b>incomplete</b>: ");
		html_text(b, d->incomplete ? d->incomplete : "?");
	} else if (d->unexpected) {
		buf_printf(b, "<td class=\"bad\"><b>failed</b>: %zu unexpected", d->unexpected);
	} else {
		buf_puts(b, "<td class=\"good\"><b>as expected</b>");
	}
	buf_puts(b, "</td>");
}

static const char *
system_of(struct arena *a, const struct doc *d)
{
	const char *libc = facts_get(&d->facts, "libc"), *arch = facts_get(&d->facts, "arch");

	return arena_printf(a, "%s, %s", libc ? libc : "?", arch ? arch : "?");
}

static void
add_loader(struct arena *a, struct buf *b, const struct grid *g, size_t k)
{
	const struct doc *d = &g->docs[k];

	buf_puts(b, "<tr><th scope=\"row\">");
	html_text(b, g->names[k]);
	buf_puts(b, "</th>");
	add_verdict(b, d);
	buf_printf(b, "<td>%zu of %zu</td><td>%zu</td><td>%zu</td><td>%zu</td>", g->all[k].good,
		   g->all[k].cases, g->all[k].skipped, g->all[k].known, g->all[k].unexpected);
	add_field(b, system_of(a, d));
	add_field(b, d->loader);
	add_field(b, d->program);
	add_field(b, d->level);
	add_field(b, arena_printf(a, "%s, %s", d->isolation, d->isolated_by));
	add_field(b, arena_printf(a, "%s, revision %s, hash %s", d->suite, d->revision, d->hash));
	add_field(b, d->date);
	buf_puts(b, "</tr>\n");
}

static void
add_loaders(struct arena *a, struct buf *b, const struct grid *g)
{
	static const char *const heads[] = {
		"loader", "verdict", "right", "skipped", "known", "unexpected", "system",
		"command", "program that answered", "level", "isolation", "suite", "begun",
	};

	buf_puts(b, "<table id=\"loaders\"><caption>What was run</caption>\n<thead><tr>");
	for (size_t i = 0; i < LENGTH(heads); i++)
		buf_printf(b, "<th scope=\"col\">%s</th>", heads[i]);
	buf_puts(b, "</tr></thead>\n<tbody>\n");
	for (size_t k = 0; k < g->n; k++)
		add_loader(a, b, g, k);
	buf_puts(b, "</tbody></table>\n");
}

void
page_tables(struct arena *a, struct buf *b, const struct grid *g)
{
	static const char box[] = "<div class=\"wide\" tabindex=\"0\" role=\"region\" "
				  "aria-label=\"%s\">\n";

	buf_printf(b, box, "matrix of areas and loaders");
	add_matrix(b, g);
	buf_puts(b, "</div>\n");
	buf_printf(b, box, "table of loaders");
	add_loaders(a, b, g);
	buf_puts(b, "</div>\n");
}
