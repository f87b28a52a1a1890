#include <stdlib.h>
#include <string.h>

#include "casefile.h"
#include "fixtures/catalog.h"
#include "fixtures/fixtures.h"
#include "run_plan.h"
#include "show_private.h"
#include "suite.h"
#include "target.h"
#include "text.h"
#include "util.h"

/* what came of a product's last build */
static const char *
state_of(struct arena *a, const struct target *t, size_t product)
{
	const char *text;

	fixtures_look(t->fixtures, product);
	switch (fixtures_state(t->fixtures, product, &text)) {
	case FIXTURE_BUILT: return "built";
	case FIXTURE_LACKING: return arena_printf(a, "not to be had here: %s", text);
	default: return "not built yet, or changed since";
	}
}

/* the fixture line in one piece, where the source that has it is not shown */
static void
put_line(struct buf *b, const struct fixture_line *line)
{
	bool any = false;

	for (size_t k = 0; k < FIXTURE_KEYS; k++) {
		for (size_t i = 0; i < line->keys[k].n; i++) {
			buf_printf(b, "%s %s=%s", any ? "" : "    fixture:", fixture_keys[k],
				   line->keys[k].v[i].text);
			any = true;
		}
	}
	if (any)
		buf_putc(b, '\n');
}

static size_t
count_lines(const char *text)
{
	size_t n = 0;

	for (; *text; text++)
		n += *text == '\n';
	return n;
}

/* the product's path with the suffix as authors write it */
static const char *
authors_path(struct arena *a, const struct catalog *c, const char *path)
{
	size_t len = strlen(path), suffix = strlen(c->suffix);

	if (!text_ends(path, c->suffix) || len == suffix)
		return path;
	return arena_printf(a, "%.*s$EXT", (int)(len - suffix), path);
}

static void
put_products(struct arena *a, struct buf *b, const struct target *t,
	     const struct catalog_source *s)
{
	const struct catalog *c = fixtures_catalog(t->fixtures);

	for (size_t i = 0; i < c->nproducts; i++) {
		if (c->products[i].source == s)
			buf_printf(b, "    makes $FIX/%s (%s)\n",
				   authors_path(a, c, c->products[i].path), state_of(a, t, i));
	}
}

static void
put_source(struct arena *a, struct buf *b, const struct target *t, const struct catalog_source *s)
{
	struct buf text = {0};

	buf_printf(b, "\nfixture: %s\n", s->shown);
	put_products(a, b, t, s);
	file_read(s->shown, &text);
	if (count_lines(buf_str(&text)) <= SHOW_LINES && !memchr(buf_str(&text), '\0', text.len)) {
		buf_putc(b, '\n');
		show_indented(b, buf_str(&text));
	} else {
		put_line(b, &s->line);
		buf_printf(b, "    %zu lines, not shown here\n", count_lines(buf_str(&text)));
	}
	buf_free(&text);
}

void
show_sources_used(struct arena *a, struct buf *b, const struct target *t, const struct casefile *c)
{
	const struct catalog *catalog = fixtures_catalog(t->fixtures);
	struct run_needs needs = run_needs_of(a, catalog, c);
	bool *shown = arena_alloc(a, catalog->nsources + 1), any = false;

	for (size_t i = 0; i < needs.n; i++) {
		const struct catalog_source *s = catalog->products[needs.v[i]].source;
		size_t number = (size_t)(s - catalog->sources);

		/* what all fixtures include says nothing of this case */
		if (s->kind == FIXTURE_HEADER || shown[number])
			continue;
		shown[number] = any = true;
		put_source(a, b, t, s);
	}
	if (!any)
		buf_puts(b, "\nfixtures: none that its commands name\n");
}
