/* What authors and users write: cases, expected files, known lists, expressions, fixture lines. */
#include <string.h>

#include "tools/fuzz/fuzz.h"
#include "base/text.h"
#include "fixtures/catalog_private.h"
#include "format/casefile.h"
#include "format/expected.h"
#include "format/expr.h"
#include "format/known.h"
#include "format/limits.h"
#include "run/bless.h"
#include "run/excuse.h"

static bool
same(const struct buf *x, const struct buf *y)
{
	return !strcmp(buf_str(x), buf_str(y));
}

static void
put(struct buf *b, const char *key, const char *value)
{
	if (value)
		buf_printf(b, "%s: %s\n", key, value);
}

/* c as its author could have written it; the timeout would not be the same number again */
static void
write_case(struct buf *b, const struct casefile *c)
{
	put(b, "summary", c->summary);
	put(b, "spec", c->spec);
	put(b, "requires", c->requires_text);
	put(b, "level", c->detail ? "detail" : NULL);
	put(b, "host", c->host);
	for (char **env = c->env; *env; env++)
		put(b, "env", *env);
	for (size_t i = 0; c->tags[i]; i++)
		buf_printf(b, "%s%s%s", i ? " " : "tags: ", c->tags[i], c->tags[i + 1] ? "" : "\n");
	for (size_t i = 0; c->args[i]; i++)
		buf_printf(b, "%s%s%s", i ? " " : "args: ", c->args[i], c->args[i + 1] ? "" : "\n");
	if (c->options)
		buf_printf(b, "options:%s", *c->options ? "" : " none");
	for (size_t i = 0; c->options && c->options[i]; i++)
		buf_printf(b, " %s", c->options[i]);
	buf_puts(b, c->options ? "\n\n" : "\n");
	for (size_t i = 0; i < c->ncommands; i++)
		buf_printf(b, "%s\n", c->commands[i].text);
}

static bool
parse_case(struct arena *a, struct casefile *c, const char *bytes, size_t len)
{
	struct errors e = {0};
	int status = casefile_parse(a, c, "area/name", "x.case", bytes, len, &e);

	return fuzz_parsed(status, &e, "x.case", fuzz_lines(bytes, len));
}

void
fuzz_case(const char *bytes, size_t len)
{
	struct buf once = {0}, twice = {0}, request = {0};
	struct arena a = {0};
	struct casefile c, again;

	if (parse_case(&a, &c, bytes, len)) {
		write_case(&once, &c);
		FUZZ_HOLDS(parse_case(&a, &again, once.p, once.len), "not a case:\n%s", once.p);
		write_case(&twice, &again);
		FUZZ_HOLDS(same(&once, &twice), "from\n%sto\n%s", once.p, twice.p);
		casefile_request(&request, &c, "/tmp", "TOKEN");
	}
	buf_free(&once);
	buf_free(&twice);
	buf_free(&request);
	arena_free(&a);
}

/* a line that counts is a line of the file, and they keep their order */
static void
check_resolved(struct arena *a, const struct expected *e, const struct facts *facts)
{
	int *numbers, before = 0;
	size_t n;
	char **lines = expected_resolve(a, e, facts, &n, &numbers);

	for (size_t i = 0; i < n; i++) {
		FUZZ_HOLDS(numbers[i] > before && (size_t)numbers[i] <= e->n, "line %d",
			   numbers[i]);
		before = numbers[i];
		FUZZ_HOLDS(!strcmp(e->items[before - 1].text, lines[i]), "%s", lines[i]);
	}
	FUZZ_HOLDS(!lines[n], "no end");
}

/* what --bless makes of the file is a file that says what happened */
static void
check_blessed(struct arena *a, const struct expected *e, const struct facts *facts)
{
	char *got[] = {(char[]){"> gc"}, (char[]){"| event"}, (char[]){"= null"}, NULL};
	const size_t ngot = LENGTH(got) - 1;
	const char *why = NULL, *text = bless_text(a, e, facts, got, ngot, &why);
	struct errors errors = {0};
	struct expected blessed;
	char **lines;
	size_t n;

	if (!text) {
		FUZZ_HOLDS(why && *why, "refused without a reason");
		return;
	}
	FUZZ_HOLDS(!expected_parse(a, &blessed, "x.out", text, strlen(text), &errors), "%s%s",
		   buf_str(&errors.text), text);
	lines = expected_resolve(a, &blessed, facts, &n, NULL);
	for (size_t i = 0; i < n && i < ngot; i++)
		FUZZ_HOLDS(!strcmp(lines[i], got[i]), "%s", text);
	FUZZ_HOLDS(n == ngot, "%s", text);
}

void
fuzz_expected(const char *bytes, size_t len)
{
	struct errors errors = {0};
	struct arena a = {0};
	struct buf all = {0};
	struct expected e;
	int status = expected_parse(&a, &e, "x.out", bytes, len, &errors);

	if (fuzz_parsed(status, &errors, "x.out", fuzz_lines(bytes, len))) {
		for (size_t i = 0; i < e.n; i++)
			buf_printf(&all, "%s\n", e.items[i].text);
		FUZZ_HOLDS(!strcmp(buf_str(&all), bytes), "read as\n%s", buf_str(&all));
		status = expected_lint(&e, &errors);
		fuzz_parsed(status, &errors, "x.out", e.n);
		for (size_t i = 0; i < FUZZ_FACTS; i++) {
			check_resolved(&a, &e, fuzz_facts(&a, i));
			check_blessed(&a, &e, fuzz_facts(&a, i));
		}
	}
	buf_free(&all);
	arena_free(&a);
}

static void
write_known(struct buf *b, const struct known *k)
{
	for (size_t i = 0; i < k->n; i++) {
		const struct known_line *l = &k->lines[i];

		buf_printf(b, "%s %s%s%s%s%s -- %s\n", known_word(l->kind), l->glob,
			   *l->when ? " if " : "", l->when, l->until ? " until=" : "",
			   l->until ? l->until : "", l->reason);
	}
}

static bool
parse_known(struct arena *a, struct known *k, const char *bytes, size_t len, bool own)
{
	struct errors e = {0};
	int status = (own ? known_parse_own : known_parse)(a, k, "x.known", bytes, len, &e);

	return fuzz_parsed(status, &e, "x.known", fuzz_lines(bytes, len));
}

/* what --write-known makes of the list is a list */
static void
check_excused(struct arena *a, const struct known *k, const char *bytes, size_t len)
{
	static const struct excuse_case cases[] = {
		{"hook/absent", EXCUSE_PASSED, KNOWN_FAIL, NULL},
		{"hook/init", EXCUSE_FAILED, KNOWN_CRASH, "died by SIGSEGV"},
		{"hook/init-twice", EXCUSE_FAILED, KNOWN_FAIL, "-- \x01 -- until=2000-01-01"},
		{"hook/name", EXCUSE_ABSENT, KNOWN_FAIL, NULL},
		{"rtld/now", EXCUSE_UNKNOWN, KNOWN_FAIL, NULL},
	};
	struct excuse_input in = {bytes, len, k, fuzz_facts(a, 0), cases, LENGTH(cases),
				  len % 2, "# heading\n"};
	struct excuse_counts counts;
	struct known made;
	struct buf out = {0};

	excuse_write(a, &out, &in, &counts);
	FUZZ_HOLDS(parse_known(a, &made, buf_str(&out), out.len, true), "%s", buf_str(&out));
	buf_free(&out);
}

void
fuzz_known(const char *bytes, size_t len)
{
	struct buf once = {0}, twice = {0};
	struct known k, own, again;
	struct arena a = {0};
	bool good = parse_known(&a, &k, bytes, len, false);

	if (parse_known(&a, &own, bytes, len, true)) {
		write_known(&once, &own);
		FUZZ_HOLDS(parse_known(&a, &again, buf_str(&once), once.len, true), "not a list");
		write_known(&twice, &again);
		FUZZ_HOLDS(same(&once, &twice), "from\n%sto\n%s", once.p, twice.p);
		known_expire(&own, "2020-02-02");
		for (size_t i = 0; i < FUZZ_FACTS; i++)
			known_find(&own, "hook/init", fuzz_facts(&a, i));
		check_excused(&a, &own, bytes, len);
	} else {
		FUZZ_HOLDS(!good, "only the suite may write so");
	}
	buf_free(&once);
	buf_free(&twice);
	arena_free(&a);
}

static void
count_leaf(void *ctx, const struct expr_leaf *leaf)
{
	(void)leaf;
	++*(size_t *)ctx;
}

void
fuzz_expr(const char *bytes, size_t len)
{
	const char *why = NULL, *why_not = NULL;
	struct arena a = {0};
	struct expr *e = expr_parse(&a, bytes, &why), *not;
	size_t leaves = 0;

	(void)len;
	FUZZ_HOLDS(!e == (why && *why), "either an expression or a reason: %s", why);
	FUZZ_HOLDS(!e || expr_parse_own(&a, bytes, &why), "only the suite may write so: %s", why);
	not = expr_parse(&a, arena_printf(&a, "!(%s)", bytes), &why_not);
	for (size_t i = 0; e && not && i < FUZZ_FACTS; i++) {
		const struct facts *facts = fuzz_facts(&a, i);

		FUZZ_HOLDS(expr_eval(e, facts) != expr_eval(not, facts), "target %zu", i);
	}
	if (e)
		expr_each(e, count_leaf, &leaves);
	FUZZ_HOLDS(leaves <= EXPR_MAX, "%zu operands", leaves);
	arena_free(&a);
}

/* a source of each kind that has words of its own */
void
fuzz_fixture(const char *bytes, size_t len)
{
	static const struct {
		const char *path;
		enum fixture_kind kind;
	} sources[] = {
		{"a/x.c", FIXTURE_C}, {"a/x.pyx", FIXTURE_CYTHON}, {"a/x.h", FIXTURE_HEADER},
		{"a/x.py", FIXTURE_COPY},
	};

	for (size_t i = 0; i < LENGTH(sources); i++) {
		struct catalog_source s = {.path = sources[i].path, .shown = sources[i].path,
					   .dir = "a", .kind = sources[i].kind};
		struct errors errors = {0};
		struct arena a = {0};

		source_read(&a, &s, bytes, len, &errors);
		if (fuzz_parsed(errors.n ? -1 : 0, &errors, s.shown, fuzz_lines(bytes, len)))
			FUZZ_HOLDS(s.words && s.includes, "no lists");
		arena_free(&a);
	}
}
