/*
 * Several runs as one picture: a row for each area, a column for each loader. A cell says in how
 * many of a hundred cases the loader did what the rules say; colour only repeats it.
 */
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/version.h"
#include "report/doc.h"
#include "report/grid.h"
#include "report/rep_html.h"
#include "report/rep_text.h"

/* pixels; a character of a name takes about CHAR */
enum { ROW = 19, COLUMN = 46, SIDE = 172, PAD = 12, CHAR = 6, FOOT = 62, TILT = 55,
       NAME_MAX = 44, WIDTH_MIN = 560, DAY = 10, REVISIONS = 2 };

/* of dark text on these, each has a contrast of 7 or more; white on the last two */
static const struct shade {
	int percent;      /* at least */
	const char *fill, *text;
} shades[] = {
	{100, "#b7e4c7", "#111"}, {95, "#dcefc0", "#111"}, {80, "#f6e7a8", "#111"},
	{50, "#f5c396", "#111"}, {0, "#8c1c13", "#fff"},
};

static const struct shade *
shade_of(int percent)
{
	size_t i = 0;

	while (percent < shades[i].percent)
		i++;
	return &shades[i];
}

static void
add_text(struct buf *b, size_t x, size_t y, const char *attributes, const char *text)
{
	buf_printf(b, "<text x=\"%zu\" y=\"%zu\"%s>", x, y, attributes);
	html_text(b, text);
	buf_puts(b, "</text>\n");
}

/* what a pointer, or a screen reader, is told of the cell */
static void
add_title(struct arena *a, struct buf *b, const char *area, const char *name,
	  const struct grid_cell *c)
{
	buf_puts(b, "<title>");
	html_text(b, arena_printf(a, "%s, %s: %zu of %zu right, ", name, area, c->good,
				  c->cases - c->skipped));
	buf_printf(b, "%zu skipped, %zu known, %zu unexpected</title>", c->skipped, c->known,
		   c->unexpected);
}

static void
add_cell(struct arena *a, struct buf *b, size_t x, size_t y, const char *area, const char *name,
	 const struct grid_cell *c)
{
	int percent = grid_percent(c);
	const struct shade *s = percent < 0 ? NULL : shade_of(percent);
	const char *text = s ? arena_printf(a, "%d%s", percent, c->unexpected ? "!" : "")
			     : c->cases ? "-" : "";

	buf_puts(b, "<g>");
	add_title(a, b, area, name, c);
	buf_printf(b, "<rect x=\"%zu\" y=\"%zu\" width=\"%d\" height=\"%d\" fill=\"%s\"/>", x, y,
		   COLUMN - 2, ROW - 2, s ? s->fill : "#eceff1");
	add_text(b, x + (COLUMN - 2) / 2, y + ROW - 6,
		 arena_printf(a, " text-anchor=\"middle\" fill=\"%s\"", s ? s->text : "#444"),
		 text);
	buf_puts(b, "</g>\n");
}

static void
add_row(struct arena *a, struct buf *b, const struct grid *g, size_t y, const char *area,
	const struct grid_cell *cells, bool strong)
{
	add_text(b, SIDE - 8, y + ROW - 6,
		 arena_printf(a, " text-anchor=\"end\"%s", strong ? " font-weight=\"bold\"" : ""),
		 area);
	for (size_t k = 0; k < g->n; k++)
		add_cell(a, b, SIDE + k * COLUMN, y, area, g->names[k], &cells[k]);
}

/* a name that is longer than the head has room for is cut: the title of each cell has all of it */
static const char *
head_name(struct arena *a, const char *name)
{
	size_t cut = NAME_MAX - 3;

	if (strlen(name) <= NAME_MAX)
		return name;
	while (cut && ((unsigned char)name[cut] & 0xc0) == 0x80)
		cut--;
	return arena_printf(a, "%.*s...", (int)cut, name);
}

/* each once, as many as there is room for */
static const char *
revisions(struct arena *a, const struct grid *g)
{
	const char *all = "";
	size_t n = 0;

	for (size_t k = 0; k < g->n; k++) {
		size_t before = 0;

		while (before < k && strcmp(g->docs[before].revision, g->docs[k].revision) != 0)
			before++;
		if (before == k && n++ < REVISIONS)
			all = arena_printf(a, "%s%s%s", all, k ? ", " : "",
					   head_name(a, g->docs[k].revision));
	}
	return n > REVISIONS ? arena_printf(a, "%s and %zu more", all, n - REVISIONS) : all;
}

/* "2026-01-31", or the first and the last day; "an unknown day" */
static const char *
days(struct arena *a, const struct grid *g)
{
	const char *first = NULL, *last = NULL;

	for (size_t k = 0; k < g->n; k++) {
		const char *date = g->docs[k].date;

		if (date && (!first || strcmp(date, first) < 0))
			first = date;
		if (date && (!last || strcmp(date, last) > 0))
			last = date;
	}
	if (!first)
		return "an unknown day";
	if (!strncmp(first, last, DAY))
		return arena_printf(a, "%.*s", DAY, first);
	return arena_printf(a, "%.*s to %.*s", DAY, first, DAY, last);
}

void
svg_page(struct arena *a, struct buf *b, const struct doc *docs, size_t n)
{
	struct grid g;
	size_t longest = 0, head, width, height, y;

	grid_make(a, &g, docs, n);
	for (size_t k = 0; k < n; k++) {
		size_t len = strlen(head_name(a, g.names[k]));

		longest = len > longest ? len : longest;
	}
	head = PAD + longest * CHAR * 4 / 5 + ROW;
	width = SIDE + n * COLUMN + longest * CHAR * 3 / 5 + PAD;
	width = width < WIDTH_MIN ? WIDTH_MIN : width;
	height = head + (g.nareas + 1) * ROW + FOOT;
	buf_printf(b, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%zu\" height=\"%zu\" "
		   "viewBox=\"0 0 %zu %zu\" role=\"img\" font-family=\"Verdana,DejaVu Sans,"
		   "sans-serif\" font-size=\"11\">\n<title>%s %s: %zu cases, %zu %s</title>\n"
		   "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n", width, height, width,
		   height, SUITE_NAME, SUITE_VERSION, g.cases, n, n == 1 ? "loader" : "loaders");
	for (size_t k = 0; k < n; k++) {
		size_t x = SIDE + k * COLUMN + COLUMN / 2;

		add_text(b, x, head - 8,
			 arena_printf(a, " transform=\"rotate(-%d %zu %zu)\"", TILT, x, head - 8),
			 head_name(a, g.names[k]));
	}
	y = head;
	add_row(a, b, &g, y, arena_printf(a, "all %zu cases", g.cases), g.all, true);
	for (size_t i = 0; i < g.nareas; i++)
		add_row(a, b, &g, y += ROW, g.areas[i].name, g.areas[i].cells, false);
	add_text(b, PAD, y + ROW + 17, "", "Of 100 cases that apply, so many went as the rules "
		 "say; 100 is all of them.");
	add_text(b, PAD, y + ROW + 33, "", "!: some results were unexpected. -: nothing applies. "
		 "Other departures are known, with a reason.");
	/* who finds the picture can tell how old it is */
	add_text(b, PAD, y + ROW + 49, "", arena_printf(a, "Runs of %s; suite's revision %s.",
							days(a, &g), revisions(a, &g)));
	buf_puts(b, "</svg>\n");
}
