#include "format/sources.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/header.h"

struct parser {
	struct arena *a;
	struct sources *s;
	struct source source;
	struct errors *errors;
	const char *path;
	int line;
	size_t first; /* the number of the list's first rule */
};

static const char *const keys[] = {"title", "url", NULL};
enum { KEY_TITLE, KEY_URL };

static const struct {
	const char *mark;
	enum rule_reason kind;
} reasons[] = {
	{"-- not covered:", RULE_NOT_COVERED},
	{"-- not testable:", RULE_NOT_TESTABLE},
};

static bool
is_url(const char *s)
{
	return text_starts(s, "https://") || text_starts(s, "http://");
}

bool
sources_is_id(const char *word, size_t len)
{
	const char *hash = memchr(word, '#', len);

	return hash && text_is_name(word, (size_t)(hash - word)) &&
	       text_is_name(hash + 1, len - (size_t)(hash - word) - 1);
}

static void
head_line(struct parser *ps, char *text, unsigned *seen)
{
	struct header h = {.a = ps->a, .errors = ps->errors, .path = ps->path, .line = ps->line,
			   .names = keys, .many = keys + LENGTH(keys) - 1,
			   .then = ", rules follow the first empty line"};
	const char *value;
	int key = header_split(&h, text, seen, &value);

	if (key == KEY_TITLE)
		ps->source.title = value;
	if (key != KEY_URL)
		return;
	ps->source.url = value;
	if (!is_url(value))
		errors_at(ps->errors, ps->path, ps->line, "url '%s'; expected https://...", value);
}

/* cut the reason off the text, and keep it */
static void
take_reason(struct parser *ps, struct rule *rule, char *text)
{
	char *dashes = text_starts(text, "-- ") ? text : strstr(text, " -- ");

	if (dashes && dashes > text)
		dashes++;
	rule->reason = "";
	for (size_t i = 0; dashes && i < LENGTH(reasons); i++) {
		if (!text_starts(dashes, reasons[i].mark))
			continue;
		rule->kind = reasons[i].kind;
		rule->reason = header_trim(dashes + strlen(reasons[i].mark));
	}
	if (dashes && !*rule->reason)
		errors_at(ps->errors, ps->path, ps->line,
			  "'%s'; expected '-- not covered: REASON' or '-- not testable: REASON'",
			  dashes);
	if (dashes)
		*dashes = '\0';
	rule->text = header_trim(text);
}

/* the first word of *p, which moves to the next one */
static char *
take_word(struct parser *ps, char **p)
{
	size_t len = strcspn(*p, " \t");
	char *word = arena_strndup(ps->a, *p, len);

	*p += len + strspn(*p + len, " \t");
	return word;
}

static const char *
address(struct parser *ps, const char *word)
{
	if (is_url(word))
		return word;
	return arena_printf(ps->a, "%s%s", ps->source.url, strcmp(word, "-") ? word : "");
}

static void
rule_line(struct parser *ps, char *text)
{
	struct rule rule = {.path = ps->path, .line = ps->line, .source = ps->s->nsources};
	const char *name = take_word(ps, &text);

	if (!text_is_name(name, strlen(name)))
		errors_at(ps->errors, ps->path, ps->line,
			  "rule '%s'; expected words of a-z and 0-9, joined by '-'", name);
	rule.id = arena_printf(ps->a, "%s#%s", ps->source.name, name);
	rule.url = address(ps, take_word(ps, &text));
	take_reason(ps, &rule, text);
	if (!*rule.text)
		errors_at(ps->errors, ps->path, ps->line,
			  "rule '%s' without a text; expected RULE ADDRESS TEXT", name);
	for (size_t i = ps->first; i < ps->s->n; i++) {
		if (!strcmp(ps->s->rules[i].id, rule.id))
			errors_at(ps->errors, ps->path, ps->line, "rule '%s' is on line %d, too",
				  name, ps->s->rules[i].line);
	}
	ps->s->rules[ps->s->n++] = rule;
}

static void
parse_lines(struct parser *ps, char **lines, size_t n)
{
	unsigned seen = 0;
	bool head = true;

	for (size_t i = 0; i < n; i++) {
		char *text = header_trim(lines[i]);

		ps->line = (int)i + 1;
		if (*text == '#')
			continue;
		if (!*text)
			head = false;
		else if (head)
			head_line(ps, text, &seen);
		else
			rule_line(ps, text);
	}
	for (int i = 0; keys[i]; i++) {
		if (!(seen & 1u << i))
			errors_at(ps->errors, ps->path, 1,
				  "missing key '%s'; expected it above the first empty line",
				  keys[i]);
	}
	if (ps->s->n == ps->first)
		errors_at(ps->errors, ps->path, n ? (int)n : 1,
			  "no rules; expected RULE ADDRESS TEXT below the first empty line");
}

/* room for as many rules as the list has lines, and for a source */
static void
grow(struct arena *a, struct sources *s, size_t more)
{
	struct rule *rules = arena_alloc(a, (s->n + more + 1) * sizeof(*rules));
	struct source *sources = arena_alloc(a, (s->nsources + 1) * sizeof(*sources));

	if (s->n)
		memcpy(rules, s->rules, s->n * sizeof(*rules));
	if (s->nsources)
		memcpy(sources, s->sources, s->nsources * sizeof(*sources));
	s->rules = rules;
	s->sources = sources;
}

int
sources_add(struct arena *a, struct sources *s, const char *name, const char *path,
	    const char *bytes, size_t len, struct errors *errors)
{
	struct parser ps = {.a = a, .s = s, .errors = errors, .first = s->n};
	size_t before = errors->n, n;
	char **lines;

	ps.path = arena_strdup(a, path);
	ps.source = (struct source){arena_strdup(a, name), "", ""};
	if (!text_is_name(name, strlen(name)))
		errors_at(errors, path, 0,
			  "source '%s'; expected words of a-z and 0-9, joined by '-'", name);
	if (!text_check(path, bytes, len, errors))
		return -1;
	lines = text_lines(a, bytes, len, &n);
	grow(a, s, n);
	parse_lines(&ps, lines, n);
	s->sources[s->nsources++] = ps.source;
	return errors->n == before ? 0 : -1;
}

static int
by_id(const void *a, const void *b)
{
	const struct rule *const *x = a, *const *y = b;

	return strcmp((*x)->id, (*y)->id);
}

void
sources_sort(struct arena *a, struct sources *s)
{
	s->sorted = arena_alloc(a, (s->n + 1) * sizeof(*s->sorted));
	for (size_t i = 0; i < s->n; i++)
		s->sorted[i] = &s->rules[i];
	if (s->n)
		qsort(s->sorted, s->n, sizeof(*s->sorted), by_id);
}

const struct rule *
sources_find(const struct sources *s, const char *id)
{
	struct rule key = {.id = id};
	const struct rule *const look = &key, **found;

	if (!s->n)
		return NULL;
	found = bsearch(&look, s->sorted, s->n, sizeof(*s->sorted), by_id);
	return found ? *found : NULL;
}

/* the nearest rule of the same source, or else the nearest source */
const char *
sources_unknown(struct arena *a, const struct sources *s, const char *id)
{
	size_t len = strcspn(id, "#"), n = 0;
	const char *source = arena_strndup(a, id, len);
	const char **names = arena_alloc(a, (s->n + s->nsources + 1) * sizeof(*names));

	for (size_t i = 0; i < s->n; i++) {
		if (!strcmp(s->sources[s->rules[i].source].name, source))
			names[n++] = s->rules[i].id;
	}
	if (n)
		return text_unknown(a, "rule", id, names);
	for (size_t i = 0; i < s->nsources; i++)
		names[n++] = s->sources[i].name;
	if (n)
		return text_unknown(a, "source", source, names);
	return arena_printf(a, "rule '%s'; this suite has no list of rules", id);
}

enum cover
sources_cover(const struct rule *rule, bool shown)
{
	if (shown)
		return COVER_COVERED;
	switch (rule->kind) {
	case RULE_NOT_COVERED: return COVER_NOT_COVERED;
	case RULE_NOT_TESTABLE: return COVER_NOT_TESTABLE;
	default: return COVER_OPEN;
	}
}
