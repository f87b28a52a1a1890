/* One HTML page for several runs. The words between {{ and }} in page.html are places. */
#include "report/rep_html.h"

#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "report/doc.h"
#include "report/grid.h"
#include "report/page.h"
#include "report/promises.h"

void
html_text(struct buf *b, const char *s)
{
	struct buf clean = {0};

	text_clean(&clean, s, strlen(s));
	text_xml(b, buf_str(&clean), clean.len);
	buf_free(&clean);
}

/* which suite the reports are of, if it is one */
static const char *
suite_of(struct arena *a, const struct grid *g)
{
	const struct doc *d = &g->docs[0];

	for (size_t k = 1; k < g->n; k++) {
		if (strcmp(g->docs[k].revision, d->revision) != 0 ||
		    strcmp(g->docs[k].hash, d->hash) != 0)
			return "The reports are of different suites: see the table of loaders";
	}
	return arena_printf(a, "Suite %s, revision %s", d->suite, d->revision);
}

static void
add_about(struct arena *a, struct buf *b, const struct grid *g)
{
	html_text(b, arena_printf(a, "%zu %s, %zu %s in %zu %s. %s.", g->n,
				  g->n == 1 ? "loader" : "loaders", g->cases,
				  g->cases == 1 ? "case" : "cases", g->nareas,
				  g->nareas == 1 ? "area" : "areas", suite_of(a, g)));
}

static void
add_data(struct arena *a, struct buf *b, const struct grid *g, const struct promises *rules)
{
	struct buf data = {0};

	page_data(a, &data, g, rules);
	page_pack(b, buf_str(&data), data.len);
	buf_free(&data);
}

static void
add_place(struct arena *a, struct buf *b, const struct grid *g, const struct promises *rules,
	  const char *name, size_t len)
{
	if (!strncmp(name, "style", len))
		buf_puts(b, page_css);
	else if (!strncmp(name, "script", len))
		buf_puts(b, page_js);
	else if (!strncmp(name, "about", len))
		add_about(a, b, g);
	else if (!strncmp(name, "tables", len))
		page_tables(a, b, g);
	else if (!strncmp(name, "rules", len))
		page_rules_table(b, rules);
	else if (!strncmp(name, "data", len))
		add_data(a, b, g, rules);
	else
		die("page.html: there is no place '%.*s'", (int)len, name);
}

void
html_page(struct arena *a, struct buf *b, const struct doc *docs, size_t n,
	  const struct sources *sources)
{
	const char *at = page_html, *open;
	struct promises rules;
	struct grid g;

	grid_make(a, &g, docs, n);
	promises_make(a, &rules, sources, &g);
	while ((open = strstr(at, "{{"))) {
		const char *close = strstr(open, "}}");

		if (!close)
			die("page.html: a place does not end");
		buf_add(b, at, (size_t)(open - at));
		add_place(a, b, &g, &rules, open + 2, (size_t)(close - open) - 2);
		at = close + 2;
	}
	buf_puts(b, at);
}
