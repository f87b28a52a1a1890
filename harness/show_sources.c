#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "casefile.h"
#include "fixture_use.h"
#include "show_private.h"
#include "suite.h"
#include "target.h"
#include "text.h"
#include "util.h"

/* what came of a product's last build */
static const char *
state_of(struct arena *a, const struct target *t, const char *product)
{
	struct buf b = {0}, note = {0};
	const char *path, *state = "not built yet";

	target_expand(&b, t, NULL, product);
	path = arena_printf(a, "%s/%s", t->fix, b.p);
	if (!access(path, F_OK))
		state = "built";
	else if (!file_read(arena_printf(a, "%s.skip", path), &note))
		state = arena_printf(a, "not to be had here: %.*s",
				     (int)strcspn(buf_str(&note), "\n"), buf_str(&note));
	else if (!access(arena_printf(a, "%s.err", path), F_OK))
		state = arena_printf(a, "did not build, see %s.err", path);
	buf_free(&b);
	buf_free(&note);
	return state;
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

static void
put_source(struct arena *a, struct buf *b, const struct suite *suite, const struct target *t,
	   const struct fixture_source *s)
{
	const char *path = arena_printf(a, "%sfixtures-src/%s", suite->shown, s->path);
	struct buf text = {0};

	buf_printf(b, "\nfixture: %s\n", path);
	for (char *const *product = s->products; *product; product++)
		buf_printf(b, "    makes $FIX/%s (%s)\n", *product, state_of(a, t, *product));
	file_read(path, &text);
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
show_sources_used(struct arena *a, struct buf *b, const struct suite_sources *s,
		  const struct suite *suite, const struct target *t, const struct casefile *c)
{
	bool *used = arena_alloc(a, s->n + 1), any = false;

	fixture_use(a, c, s->v, s->n, used);
	for (size_t i = 0; i < s->n; i++) {
		if (used[i])
			put_source(a, b, suite, t, &s->v[i]);
		any |= used[i];
	}
	if (!any)
		buf_puts(b, "\nfixtures: none that its commands name\n");
}
