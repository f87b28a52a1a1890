#include "format/expected.h"

#include <string.h>

#include "format/expr.h"
#include "base/text.h"
#include "base/util.h"

struct parser {
	struct arena *a;
	struct expected *e;
	struct errors *errors;
	int open;    /* line of the @if that has no @end yet; 0 if none */
	bool others; /* its @else was seen */
};

static const struct guard {
	const char *name;
	enum expected_kind kind;
} guards[] = {
	{"@if", EXPECTED_IF},
	{"@elif", EXPECTED_ELIF},
	{"@else", EXPECTED_ELSE},
	{"@end", EXPECTED_END},
};

static void
mistake(struct parser *ps, const struct expected_item *item, const char *text)
{
	errors_at(ps->errors, ps->e->path, item->line, "%s", text);
}

static bool
is_transcript(const char *line)
{
	return (*line && strchr(">=!|~", *line) && line[1] == ' ') || text_starts(line, "!! ");
}

static void
guard_expr(struct parser *ps, struct expected_item *item, const char *text)
{
	const char *why;

	item->expr_text = text;
	if (!*text) {
		mistake(ps, item, "a guard without an expression; expected e.g. @if py>=3.12");
		return;
	}
	item->expr = expr_parse(ps->a, text, &why);
	if (!item->expr)
		errors_at(ps->errors, ps->e->path, item->line, "guard '%s': %s", text, why);
}

/* check the order @if, @elif..., @else, @end; guards do not nest */
static void
guard_order(struct parser *ps, const struct expected_item *item)
{
	if (item->kind == EXPECTED_IF) {
		if (ps->open)
			errors_at(ps->errors, ps->e->path, item->line,
				  "guards do not nest; expected @end of the @if of line %d",
				  ps->open);
		ps->open = item->line;
		ps->others = false;
		return;
	}
	if (!ps->open)
		errors_at(ps->errors, ps->e->path, item->line, "'%s' without an @if above it",
			  item->text);
	else if (ps->others && item->kind != EXPECTED_END)
		errors_at(ps->errors, ps->e->path, item->line,
			  "'%s' after @else; expected @end", item->text);
	if (item->kind == EXPECTED_ELSE)
		ps->others = true;
	if (item->kind == EXPECTED_END)
		ps->open = 0;
}

static void
guard_line(struct parser *ps, struct expected_item *item)
{
	static const char *const names[] = {"@if", "@elif", "@else", "@end", NULL};
	size_t len = strcspn(item->text, " \t"), i;
	const char *name = arena_strndup(ps->a, item->text, len), *rest = item->text + len;

	rest += strspn(rest, " \t");
	for (i = 0; i < LENGTH(guards) && strcmp(name, guards[i].name); i++)
		;
	if (i == LENGTH(guards)) {
		mistake(ps, item, text_unknown(ps->a, "guard", name, names));
		return;
	}
	item->kind = guards[i].kind;
	if (item->kind == EXPECTED_IF || item->kind == EXPECTED_ELIF)
		guard_expr(ps, item, rest);
	else if (*rest)
		errors_at(ps->errors, ps->e->path, item->line,
			  "'%s'; expected '%s' alone on its line", item->text, name);
	guard_order(ps, item);
}

static void
parse_item(struct parser *ps, struct expected_item *item)
{
	const char *text = item->text;

	if (*text == '@') {
		guard_line(ps, item);
	} else if (text_starts(text, "# why:")) {
		item->kind = EXPECTED_WHY;
		if (!text[6 + strspn(text + 6, " \t")])
			mistake(ps, item, "# why: without a reason");
	} else if (!*text || *text == '#') {
		item->kind = EXPECTED_COMMENT;
	} else if (!is_transcript(text)) {
		errors_at(ps->errors, ps->e->path, item->line,
			  "unknown mark in '%s'; expected '> ', '= ', '! ', '| ', '~ ', '!! ', "
			  "'#' or '@'",
			  text);
	}
}

int
expected_parse(struct arena *a, struct expected *e, const char *path, const char *bytes,
	       size_t len, struct errors *errors)
{
	struct parser ps = {.a = a, .e = e, .errors = errors};
	size_t before = errors->n;
	char **lines;

	*e = (struct expected){.path = arena_strdup(a, path)};
	if (!text_check(path, bytes, len, errors))
		return -1;
	lines = text_lines(a, bytes, len, &e->n);
	e->items = arena_alloc(a, (e->n + 1) * sizeof(*e->items));
	for (size_t i = 0; i < e->n; i++) {
		e->items[i].line = (int)i + 1;
		e->items[i].text = lines[i];
		parse_item(&ps, &e->items[i]);
	}
	if (ps.open)
		errors_at(errors, path, ps.open,
			  "an @if without its @end; expected @end below it");
	return errors->n == before ? 0 : -1;
}

/* the state of the current chain of guards, during a walk through the items */
struct chain {
	bool holds; /* the lines here count */
	bool taken; /* a branch of the chain has held */
};

static void
chain_step(struct chain *c, const struct expected_item *item, const struct facts *facts)
{
	switch (item->kind) {
	case EXPECTED_IF:
		c->holds = c->taken = item->expr && expr_eval(item->expr, facts);
		break;
	case EXPECTED_ELIF:
		c->holds = !c->taken && item->expr && expr_eval(item->expr, facts);
		c->taken |= c->holds;
		break;
	case EXPECTED_ELSE:
		c->holds = !c->taken;
		break;
	case EXPECTED_END:
		c->holds = true;
		break;
	default:
		break;
	}
}

char **
expected_resolve(struct arena *a, const struct expected *e, const struct facts *facts,
		 size_t *n, int **line_numbers)
{
	char **lines = arena_alloc(a, (e->n + 1) * sizeof(*lines));
	int *numbers = arena_alloc(a, (e->n + 1) * sizeof(*numbers));
	struct chain chain = {true, false};

	*n = 0;
	for (size_t i = 0; i < e->n; i++) {
		const struct expected_item *item = &e->items[i];

		chain_step(&chain, item, facts);
		if (item->kind != EXPECTED_LINE || !chain.holds)
			continue;
		lines[*n] = arena_strdup(a, item->text);
		numbers[(*n)++] = item->line;
	}
	if (line_numbers)
		*line_numbers = numbers;
	return lines;
}

struct lint {
	const struct expected *e;
	struct errors *errors;
	const struct expected_item *open; /* the @if, NULL outside */
	bool why;                         /* it has a reason above it */
	bool asked;                       /* its lack of a reason was reported */
	bool impl;                        /* impl decides whether the lines here count */
};

static void
lint_leaf(void *ctx, const struct expr_leaf *leaf)
{
	struct lint *l = ctx;

	/* none of these is a reason why a loader may behave in another way */
	if (!strcmp(leaf->key, "impl") || !strcmp(leaf->key, "sanitizer") ||
	    !strcmp(leaf->key, "carrier") || !strcmp(leaf->key, "host"))
		l->impl = true;
}

/* does a "# why:" stand above item i? comment lines may continue its reason */
static bool
has_why(const struct expected *e, size_t i)
{
	while (i-- > 0 && e->items[i].text[0] == '#')
		if (e->items[i].kind == EXPECTED_WHY)
			return true;
	return false;
}

static void
lint_required(struct lint *l, const struct expected_item *item)
{
	if (!l->why && !l->asked) {
		errors_at(l->errors, l->e->path, l->open->line,
			  "a guard around the required line %d; "
			  "expected '# why: REASON' above it",
			  item->line);
		l->asked = true;
	}
	if (l->impl)
		errors_at(
			l->errors, l->e->path, item->line,
			"a required line guarded by impl; expected impl around '~' lines only, "
			"a departure goes to the known list");
}

int
expected_lint(const struct expected *e, struct errors *errors)
{
	struct lint l = {.e = e, .errors = errors};
	size_t before = errors->n;

	for (size_t i = 0; i < e->n; i++) {
		const struct expected_item *item = &e->items[i];

		if (item->kind == EXPECTED_IF) {
			l.open = item;
			l.why = has_why(e, i);
			l.asked = l.impl = false;
		} else if (item->kind == EXPECTED_END) {
			l.open = NULL;
		}
		/* a branch also depends on the guards above it in its chain */
		if (item->expr)
			expr_each(item->expr, lint_leaf, &l);
		if (l.open && item->kind == EXPECTED_LINE && item->text[0] != '~')
			lint_required(&l, item);
	}
	return errors->n == before ? 0 : -1;
}
