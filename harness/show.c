#include "show.h"

#include <stdio.h>
#include <string.h>

#include "casefile.h"
#include "expected.h"
#include "known.h"
#include "last.h"
#include "options.h"
#include "run_check.h"
#include "session.h"
#include "show_private.h"
#include "suite.h"
#include "target.h"
#include "text.h"
#include "util.h"
#include "verdict.h"

/* all that the cases are shown with */
struct showing {
	struct arena *a;
	const struct suite *suite;
	struct session_asked asked;
	struct last last;
	const char *runs; /* which runs last is of */
	struct show_mutants mutants;
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

/* whether a run would judge it here, and how */
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
	show_mutants_of(s->a, b, &s->mutants, c->id);
	put_last(s, b, c);
}

int
show_cases(struct arena *a, const struct options *o, const struct suite *suite,
	   const struct known *user, const struct casefile *const *cases, size_t n,
	   const volatile int *interrupted)
{
	struct showing s = {.a = a, .suite = suite};
	struct buf b = {0};

	if (session_ask(a, &s.asked, o, suite, user, interrupted) ||
	    target_fixtures(a, &s.asked.target))
		return *interrupted ? 128 + *interrupted : EXIT_USAGE;
	session_read_last(a, &s.last, &s.runs, suite, &s.asked);
	show_mutants_read(a, &s.mutants, o->home);
	for (size_t i = 0; i < n && !*interrupted; i++) {
		if (i)
			buf_putc(&b, '\n');
		put_all(&s, &b, cases[i]);
	}
	buf_printf(&b, "\n$FIX is %s, $EXT is %s\n", s.asked.target.fix, s.asked.target.suffix);
	fputs(buf_str(&b), stdout);
	buf_free(&b);
	target_close(&s.asked.target);
	return *interrupted ? 128 + *interrupted : 0;
}
