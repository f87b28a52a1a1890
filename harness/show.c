#include "show.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format/casefile.h"
#include "format/expected.h"
#include "format/folders.h"
#include "fixtures/catalog.h"
#include "fixtures/fixtures.h"
#include "format/known.h"
#include "run/last.h"
#include "format/settings.h"
#include "run/run_check.h"
#include "run/run_plan.h"
#include "run/session.h"
#include "run/suite.h"
#include "run/target.h"
#include "base/text.h"
#include "base/util.h"
#include "run/verdict.h"

/* what is needed to show the cases */
struct showing {
	struct arena *a;
	const struct suite *suite;
	struct session_asked asked;
	struct last last;
	const char *runs; /* the runs that last is about, in words */
};

void
show_indented(struct buf *b, const char *text)
{
	size_t len;

	for (; *text; text += len + (text[len] == '\n')) {
		len = strcspn(text, "\n");
		buf_printf(b, "%s%.*s\n", len ? "    " : "", (int)len, text);
	}
}

static void
put_case(struct buf *b, const struct casefile *c)
{
	struct buf text = {0};

	buf_printf(b, "case: %s\n", c->path);
	if (file_read(c->path, &text))
		warn("cannot read %s:", c->path);
	show_indented(b, buf_str(&text));
	buf_free(&text);
}

/* does this loader skip the case, or is it known to fail it? */
static void
put_standing(struct showing *s, struct buf *b, const struct casefile *c)
{
	const struct facts *facts = &s->asked.target.facts;
	const struct known_line *known = known_find(&s->asked.known, c->id, facts), *line;
	const char *skip = run_check_skip(s->a, c, facts, &s->asked.known, &line);

	if (skip)
		buf_printf(b, "\nskipped under this loader: %s\n", skip);
	else if (known)
		buf_printf(b, "\nknown under this loader: %s, %s\n", known_word(known->kind),
			   verdict_known_reason(s->a, known));
}

static void
put_expected(struct showing *s, struct buf *b, const struct casefile *c)
{
	const struct facts *facts = &s->asked.target.facts;
	struct errors errors = {0};
	struct expected e;
	size_t n;

	buf_printf(b, "\nexpected of %s: %s\n", facts_get(facts, "impl"),
		   suite_expected_path(s->a, s->suite, c));
	if (suite_expected(s->a, s->suite, c, &e, &errors)) {
		show_indented(b, buf_str(&errors.text));
	} else {
		char **lines = expected_resolve(s->a, &e, facts, &n, NULL);

		for (size_t i = 0; i < n; i++)
			buf_printf(b, "    %s\n", lines[i]);
	}
	errors_free(&errors);
}

static void
put_text(struct buf *b, const char *title, const char *text)
{
	if (!text)
		return;
	buf_printf(b, "  %s:\n", title);
	show_indented(b, text);
}

static void
put_last(struct showing *s, struct buf *b, const struct casefile *c)
{
	const struct last_case *last = last_find(&s->last, c->id);

	if (!last) {
		buf_printf(b, "\ngot last: it was not run yet with %s\n", s->runs);
		return;
	}
	buf_printf(b, "\ngot last: %s on %s, with %s\n", last->outcome, last->when, s->runs);
	put_text(b, "reason", last->reason);
	put_text(b, "transcript", last->got);
	put_text(b, "output and log", last->log);
}

static void
put_all(struct showing *s, struct buf *b, const struct casefile *c)
{
	buf_printf(b, "== %s\n", c->id);
	put_case(b, c);
	put_standing(s, b, c);
	show_sources_used(s->a, b, &s->asked.target, c);
	put_expected(s, b, c);
	show_mutants(b, s->suite, c);
	put_last(s, b, c);
}

int
show_cases(struct arena *a, const struct options *o, const struct suite *suite,
	   const struct known *user, const struct casefile *const *cases, size_t n,
	   const volatile int *interrupted)
{
	struct showing s = {.a = a, .suite = suite};
	struct buf b = {0}, clean = {0};

	if (session_ask(a, &s.asked, o, suite, user, interrupted) ||
	    target_fixtures(a, &s.asked.target))
		return *interrupted ? 128 + *interrupted : EXIT_USAGE;
	session_read_last(a, &s.last, &s.runs, suite, &s.asked);
	for (size_t i = 0; i < n && !*interrupted; i++) {
		if (i)
			buf_putc(&b, '\n');
		put_all(&s, &b, cases[i]);
	}
	buf_printf(&b, "\n$FIX is %s, $EXT is %s\n", s.asked.target.fix, s.asked.target.suffix);
	/* some of it are a loader's words */
	text_clean_lines(&clean, buf_str(&b), b.len);
	fputs(buf_str(&clean), stdout);
	buf_free(&b);
	buf_free(&clean);
	target_close(&s.asked.target);
	return *interrupted ? 128 + *interrupted : 0;
}

/* the result of a product's last build, in words */
static const char *
state_of(struct arena *a, const struct target *t, size_t product)
{
	const char *text;

	fixtures_look(t->fixtures, product);
	switch (fixtures_state(t->fixtures, product, &text)) {
	case FIXTURE_BUILT: return "built";
	case FIXTURE_LACKING: return arena_printf(a, "cannot be built here: %s", text);
	default: return "not built yet, or changed since";
	}
}

/* the fixture line on one line, for a source that is not shown */
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

/* the product's path with $EXT for the suffix, as authors write it */
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
	if (text_line_feeds(buf_str(&text)) <= SHOW_LINES &&
	    !memchr(buf_str(&text), '\0', text.len)) {
		buf_putc(b, '\n');
		show_indented(b, buf_str(&text));
	} else {
		put_line(b, &s->line);
		buf_printf(b, "    %zu lines, not shown here\n", text_line_feeds(buf_str(&text)));
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

		/* a header is included by many fixtures: it says nothing about this case */
		if (s->kind == FIXTURE_HEADER || shown[number])
			continue;
		shown[number] = any = true;
		put_source(a, b, t, s);
	}
	if (!any)
		buf_puts(b, "\nfixtures: the case names none\n");
}

void
show_mutants(struct buf *b, const struct suite *s, const struct casefile *c)
{
	if (!c->mutant_line)
		buf_puts(b, "\nmutants: the case has no key 'mutant'\n");
	else if (c->no_mutant)
		buf_printf(b, "\nmutants: none, %s\n", c->no_mutant);
	else
		buf_puts(b, "\nmutants, in " FOLDER_MUTANTS " or " FOLDER_AROUND ":\n");
	for (char **name = c->mutants; *name; name++) {
		struct arena mem = {0};
		struct buf patch = {0};

		const char *text;

		if (file_read(arena_printf(&mem, "%s/" FOLDER_MUTANTS "/%s.patch", s->root, *name),
			      &patch))
			file_read(arena_printf(&mem, "%s/" FOLDER_AROUND "/%s.py", s->root, *name),
				  &patch);
		text = buf_str(&patch) + (text_starts(buf_str(&patch), "# ") ? 2 : 0);
		buf_printf(b, "    %s: %.*s\n", *name, (int)strcspn(text, "\n"), text);
		buf_free(&patch);
		arena_free(&mem);
	}
}
