#include "known.h"

#include <string.h>

#include "expr.h"
#include "text.h"
#include "util.h"

/* in the order of enum known_kind */
static const char *const kinds[] = {"detail", "fail", "timeout", "crash", "skip", NULL};

struct parser {
	struct arena *a;
	struct known *k;
	struct errors *errors;
	int line;
	const char *when; /* the text of the line's expression, "" if it has none */
};

static const char *
blanks(const char *p)
{
	return p + strspn(p, " \t");
}

/* the blank-separated word at *p in the arena; *p goes to the next one */
static const char *
take_field(struct parser *ps, const char **p)
{
	size_t len = strcspn(*p, " \t");
	const char *field = arena_strndup(ps->a, *p, len);

	*p = blanks(*p + len);
	return field;
}

/* the "--" of its own before the reason, or NULL */
static const char *
find_dashes(const char *p)
{
	for (p = blanks(p); *p; p = blanks(p)) {
		size_t len = strcspn(p, " \t");

		if (len == 2 && !memcmp(p, "--", 2))
			return p;
		p += len;
	}
	return NULL;
}

/* the text in front of end without blanks at its end */
static const char *
front(struct parser *ps, const char *p, const char *end)
{
	while (end > p && strchr(" \t", end[-1]))
		end--;
	return arena_strndup(ps->a, p, (size_t)(end - p));
}

static void
take_kind(struct parser *ps, struct known_line *l, const char *word)
{
	size_t i;

	for (i = 0; kinds[i] && strcmp(word, kinds[i]); i++)
		;
	if (kinds[i])
		l->kind = (enum known_kind)i;
	else
		errors_at(ps->errors, ps->k->path, ps->line, "%s",
			  text_unknown(ps->a, "kind", word, kinds));
}

static void
take_expr(struct parser *ps, struct known_line *l, const char *rest)
{
	const char *why;

	if (!*rest)
		return;
	if (strcmp(take_field(ps, &rest), "if")) {
		errors_at(ps->errors, ps->k->path, ps->line,
			  "'%s' behind the case; expected 'if EXPR' or '-- REASON'", ps->when);
		return;
	}
	ps->when = rest;
	l->expr = expr_parse(ps->a, rest, &why);
	if (!l->expr)
		errors_at(ps->errors, ps->k->path, ps->line, "if '%s': %s", rest, why);
}

static void
parse_line(struct parser *ps, struct known_line *l, const char *text)
{
	const char *dashes = find_dashes(text), *head;

	l->line = ps->line;
	if (!dashes) {
		errors_at(ps->errors, ps->k->path, ps->line,
			  "no reason; expected KIND CASE-GLOB [if EXPR] -- REASON");
		dashes = text + strlen(text);
		l->reason = "";
	} else {
		l->reason = blanks(dashes + 2);
		if (!*l->reason)
			errors_at(ps->errors, ps->k->path, ps->line, "no reason behind '--'");
	}
	head = front(ps, text, dashes);
	take_kind(ps, l, take_field(ps, &head));
	l->glob = take_field(ps, &head);
	ps->when = head;
	if (*l->glob)
		take_expr(ps, l, head);
	else
		errors_at(ps->errors, ps->k->path, ps->line,
			  "no case; expected AREA/NAME or a glob");
}

/* a second line of the same words would never be found */
static void
check_twice(struct parser *ps, const char *const *whens)
{
	const struct known_line *last = &ps->k->lines[ps->k->n - 1];

	for (size_t i = 0; i + 1 < ps->k->n; i++)
		if (!strcmp(ps->k->lines[i].glob, last->glob) &&
		    !strcmp(whens[i], whens[ps->k->n - 1]))
			errors_at(ps->errors, ps->k->path, last->line,
				  "'%s' is already in line %d", last->glob,
				  ps->k->lines[i].line);
}

int
known_parse(struct arena *a, struct known *k, const char *path, const char *bytes, size_t len,
	    struct errors *errors)
{
	struct parser ps = {.a = a, .k = k, .errors = errors};
	size_t before = errors->n, n;
	const char **whens;
	char **lines;

	*k = (struct known){.path = arena_strdup(a, path)};
	if (!text_check(path, bytes, len, errors))
		return -1;
	lines = text_lines(a, bytes, len, &n);
	k->lines = arena_alloc(a, (n + 1) * sizeof(*k->lines));
	whens = arena_alloc(a, (n + 1) * sizeof(*whens));
	for (size_t i = 0; i < n; i++) {
		const char *text = blanks(lines[i]);

		ps.line = (int)i + 1;
		if (!*text || *text == '#')
			continue;
		parse_line(&ps, &k->lines[k->n], front(&ps, text, text + strlen(text)));
		whens[k->n++] = ps.when;
		check_twice(&ps, whens);
	}
	return errors->n == before ? 0 : -1;
}

const struct known_line *
known_find(const struct known *k, const char *id, const struct facts *facts)
{
	for (size_t i = 0; i < k->n; i++) {
		const struct known_line *l = &k->lines[i];

		if (text_glob(l->glob, id) && (!l->expr || expr_eval(l->expr, facts)))
			return l;
	}
	return NULL;
}
