#include "format/known.h"

#include <string.h>

#include "format/expr.h"
#include "format/result.h"
#include "base/text.h"
#include "base/util.h"

static const enum outcome tolerated[] = {
	[KNOWN_DETAIL] = OUT_DETAIL,   [KNOWN_FAIL] = OUT_FAIL,
	[KNOWN_TIMEOUT] = OUT_TIMEOUT, [KNOWN_CRASH] = OUT_CRASH,
	[KNOWN_SKIP] = OUT_SKIP,
};

static const char until[] = "until=";

struct parser {
	struct arena *a;
	struct known *k;
	struct errors *errors;
	const char *path;
	int line;
	bool own; /* a user's list */
};

static const char *
blanks(const char *p)
{
	return p + strspn(p, " \t");
}

/* a copy of the word at *p, in the arena; *p moves to the next word */
static const char *
take_field(struct parser *ps, const char **p)
{
	size_t len = strcspn(*p, " \t");
	const char *field = arena_strndup(ps->a, *p, len);

	*p = blanks(*p + len);
	return field;
}

/* the word "--" before the reason, or NULL */
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

/* the text from p to end, without blanks at its end */
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
	const char *kinds[LENGTH(tolerated) + 1] = {NULL};

	for (size_t i = 0; i < LENGTH(tolerated); i++) {
		kinds[i] = known_word((enum known_kind)i);
		if (!strcmp(word, kinds[i])) {
			l->kind = (enum known_kind)i;
			return;
		}
	}
	errors_at(ps->errors, ps->path, ps->line, "%s", text_unknown(ps->a, "kind", word, kinds));
}

static void
take_expr(struct parser *ps, struct known_line *l, const char *rest)
{
	const char *all = rest, *why;

	l->when = rest;
	if (!*rest)
		return;
	if (strcmp(take_field(ps, &rest), "if")) {
		errors_at(ps->errors, ps->path, ps->line,
			  "'%s' behind the case; expected [if EXPR] [until=YYYY-MM-DD] -- REASON",
			  all);
		return;
	}
	l->when = rest;
	l->expr = (ps->own ? expr_parse_own : expr_parse)(ps->a, rest, &why);
	if (!l->expr)
		errors_at(ps->errors, ps->path, ps->line, "if '%s': %s", rest, why);
}

/* take until=YYYY-MM-DD if it is the last word of rest; returns the text before it */
static const char *
take_until(struct parser *ps, struct known_line *l, const char *rest)
{
	const char *word = rest + strlen(rest);

	while (word > rest && word[-1] != ' ' && word[-1] != '\t')
		word--;
	if (!text_starts(word, until))
		return rest;
	l->until = word + strlen(until);
	if (!text_date(l->until))
		errors_at(ps->errors, ps->path, ps->line,
			  "'%s': expected an existing day, as until=YYYY-MM-DD", word);
	return front(ps, rest, word);
}

static void
parse_line(struct parser *ps, struct known_line *l, const char *text)
{
	const char *dashes = find_dashes(text), *head;

	l->path = ps->path;
	l->line = ps->line;
	if (!dashes) {
		errors_at(ps->errors, ps->path, ps->line,
			  "no reason; expected KIND CASE-GLOB [if EXPR] [until=YYYY-MM-DD] -- "
			  "REASON");
		dashes = text + strlen(text);
		l->reason = "";
	} else {
		l->reason = blanks(dashes + 2);
		if (!*l->reason)
			errors_at(ps->errors, ps->path, ps->line, "no reason behind '--'");
	}
	head = front(ps, text, dashes);
	take_kind(ps, l, take_field(ps, &head));
	l->glob = take_field(ps, &head);
	l->when = head;
	if (*l->glob)
		take_expr(ps, l, take_until(ps, l, head));
	else
		errors_at(ps->errors, ps->path, ps->line,
			  "no case; expected AREA/NAME or a glob");
}

bool
known_hides(const struct known_line *earlier, const struct known_line *later)
{
	if (strcmp(earlier->glob, later->glob) || strcmp(earlier->when, later->when))
		return false;
	return !earlier->until || (later->until && strcmp(later->until, earlier->until) <= 0);
}

static void
check_twice(struct parser *ps)
{
	const struct known_index *x = &ps->k->index;
	const struct known_line *lines = ps->k->lines, *last = &lines[ps->k->n - 1];

	for (size_t i = known_index_first(x, lines, last->glob); i + 1 < ps->k->n; i = x->next[i])
		if (known_hides(&lines[i], last))
			errors_at(ps->errors, ps->path, last->line,
				  "'%s' is already in line %d", last->glob, lines[i].line);
}

static int
parse(struct parser *ps, const char *bytes, size_t len)
{
	size_t before = ps->errors->n, n;
	struct known *k = ps->k;
	char **lines;

	*k = (struct known){0};
	if (!text_check(ps->path, bytes, len, ps->errors))
		return -1;
	lines = text_lines(ps->a, bytes, len, &n);
	k->lines = arena_alloc(ps->a, (n + 1) * sizeof(*k->lines));
	known_index_new(ps->a, &k->index, n);
	for (size_t i = 0; i < n; i++) {
		const char *text = blanks(lines[i]);

		ps->line = (int)i + 1;
		if (!*text || *text == '#')
			continue;
		parse_line(ps, &k->lines[k->n++], front(ps, text, text + strlen(text)));
		known_index_add(&k->index, k->lines, k->n - 1);
		check_twice(ps);
	}
	return ps->errors->n == before ? 0 : -1;
}

int
known_parse(struct arena *a, struct known *k, const char *path, const char *bytes, size_t len,
	    struct errors *errors)
{
	struct parser ps = {.a = a, .k = k, .errors = errors, .path = arena_strdup(a, path)};

	return parse(&ps, bytes, len);
}

int
known_parse_own(struct arena *a, struct known *k, const char *path, const char *bytes,
		size_t len, struct errors *errors)
{
	struct parser ps = {.a = a, .k = k, .errors = errors, .path = arena_strdup(a, path),
			    .own = true};

	return parse(&ps, bytes, len);
}

void
known_append(struct arena *a, struct known *k, const struct known *more)
{
	struct known_line *lines = arena_alloc(a, (k->n + more->n + 1) * sizeof(*lines));

	if (k->n)
		memcpy(lines, k->lines, k->n * sizeof(*lines));
	if (more->n)
		memcpy(lines + k->n, more->lines, more->n * sizeof(*lines));
	*k = (struct known){.lines = lines, .n = k->n + more->n};
	known_index_new(a, &k->index, k->n);
	for (size_t i = 0; i < k->n; i++)
		known_index_add(&k->index, lines, i);
}

void
known_let_pass(struct known *k)
{
	for (size_t i = 0; i < k->n; i++)
		k->lines[i].may_pass = true;
}

void
known_expire(struct known *k, const char *today)
{
	/* in this form the order of days is the order of their bytes */
	for (size_t i = 0; i < k->n; i++)
		k->lines[i].expired = k->lines[i].until && strcmp(today, k->lines[i].until) > 0;
}

bool
known_names(const struct known_line *l, const char *id, const struct facts *facts)
{
	return text_glob(l->glob, id) && (!l->expr || expr_eval(l->expr, facts));
}

static bool
counts(const struct known_line *l, const char *id, const struct facts *facts)
{
	return !l->expired && known_names(l, id, facts);
}

const struct known_line *
known_find(const struct known *k, const char *id, const struct facts *facts)
{
	const struct known_index *x = &k->index;
	size_t found = known_index_first(x, k->lines, id);

	while (found != KNOWN_NONE && !counts(&k->lines[found], id, facts))
		found = x->next[found];
	for (size_t i = 0; i < x->nwild && x->wild[i] < found; i++) {
		if (counts(&k->lines[x->wild[i]], id, facts))
			return &k->lines[x->wild[i]];
	}
	return found != KNOWN_NONE ? &k->lines[found] : NULL;
}

const char *
known_word(enum known_kind kind)
{
	return outcome_word(tolerated[kind]);
}
