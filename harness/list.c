#include "list.h"

#include <stdio.h>
#include <string.h>

#include "format/casefile.h"
#include "format/settings.h"
#include "fixtures/fixtures.h"
#include "run/run_check.h"
#include "run/run_plan.h"
#include "run/session.h"
#include "base/text.h"
#include "base/util.h"

static const char *
plural(size_t n)
{
	return n == 1 ? "" : "s";
}

/* the number of cases from i on that have the same area */
static size_t
same_area(const struct casefile *const *cases, size_t n, size_t i)
{
	size_t end = i;

	while (end < n && !strcmp(cases[end]->area, cases[i]->area))
		end++;
	return end - i;
}

static void
put_case(struct buf *b, const struct casefile *c, const char *skip)
{
	buf_printf(b, "%-44s %s", c->id, c->summary);
	if (skip) {
		buf_puts(b, "  -- skip: ");
		text_clean(b, skip, strcspn(skip, "\n"));
	}
	buf_putc(b, '\n');
}

void
list_text(struct buf *b, const struct casefile *const *cases, size_t n,
	  const char *const *skips, bool by_area)
{
	size_t next = 0, areas = 0, skipped = 0;

	for (size_t i = 0; i < n; i++) {
		if (by_area && i == next) {
			size_t count = same_area(cases, n, i);

			buf_printf(b, "# %s: %zu case%s\n", cases[i]->area, count, plural(count));
			next += count;
			areas++;
		}
		put_case(b, cases[i], skips ? skips[i] : NULL);
		skipped += skips && skips[i];
	}
	buf_printf(b, "# %zu case%s", n, plural(n));
	if (by_area)
		buf_printf(b, " in %zu area%s", areas, plural(areas));
	if (skips)
		buf_printf(b, ", %zu skipped", skipped);
	buf_putc(b, '\n');
}

/* why c would be skipped: by its `requires`, by a known list, or by the last build; or NULL */
static const char *
skip_reason(struct arena *a, const struct session_asked *asked, const struct casefile *c)
{
	struct fixtures *f = asked->target.fixtures;
	const struct known_line *line;
	const char *why = run_check_skip(a, c, &asked->target.facts, &asked->known, &line);
	struct run_needs needs;
	bool skip;

	if (why)
		return why;
	needs = run_needs_of(a, fixtures_catalog(f), c);
	for (size_t i = 0; i < needs.n; i++)
		fixtures_look(f, needs.v[i]);
	why = run_check_built(a, &asked->target, c, &needs, &skip);
	return skip ? why : NULL;
}

int
list_cases(struct arena *a, const struct options *o, const struct suite *suite,
	   const struct known *user, const struct casefile *const *cases, size_t n,
	   const volatile int *interrupted)
{
	struct session_asked asked;
	struct buf b = {0};
	const char **skips = NULL;

	if (o->asks) {
		if (session_ask(a, &asked, o, suite, user, interrupted) ||
		    target_fixtures(a, &asked.target))
			return *interrupted ? 128 + *interrupted : EXIT_USAGE;
		skips = arena_alloc(a, (n + 1) * sizeof(*skips));
		for (size_t i = 0; i < n; i++)
			skips[i] = skip_reason(a, &asked, cases[i]);
		target_close(&asked.target);
	}
	list_text(&b, cases, n, skips, !o->shuffle);
	fputs(buf_str(&b), stdout);
	buf_free(&b);
	return 0;
}
