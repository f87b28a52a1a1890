#include "spec_map.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "coverage.h"
#include "format/casefile.h"
#include "format/settings.h"
#include "format/sources.h"
#include "format/version.h"
#include "report/rep_html.h"
#include "reports.h"
#include "run/suite.h"

enum { MAP_SCHEMA = 1 };

struct map {
	const struct suite *s;
	const struct sources *sources;
	struct coverage coverage;
	bool *chosen;              /* rules, by number */
	size_t (*counts)[COVERS];  /* of each source */
	size_t all[COVERS];
};

/* how a source is shown: its first rule's number and the end of its rules */
struct span {
	size_t source, first, end;
};

static bool
next_source(const struct map *m, struct span *span)
{
	span->first = span->end;
	if (span->first == m->sources->n)
		return false;
	span->source = m->sources->rules[span->first].source;
	while (span->end < m->sources->n && m->sources->rules[span->end].source == span->source)
		span->end++;
	return true;
}

static size_t
sum(const size_t counts[COVERS])
{
	size_t n = 0;

	for (int i = 0; i < COVERS; i++)
		n += counts[i];
	return n;
}

/* a pattern is a source, a rule, or a glob for rules */
static void
choose(struct map *m, const char *pattern)
{
	bool any = false;

	for (size_t i = 0; i < m->sources->n; i++) {
		const struct rule *rule = &m->sources->rules[i];

		if (!text_glob(pattern, rule->id) &&
		    strcmp(pattern, m->sources->sources[rule->source].name) != 0)
			continue;
		any = m->chosen[i] = true;
	}
	if (!any)
		die("spec-map: '%s' is no source and matches no rule", pattern);
}

static void
make(struct arena *a, struct map *m, const struct options *o)
{
	m->chosen = arena_alloc(a, (m->sources->n + 1) * sizeof(*m->chosen));
	m->counts = arena_alloc(a, (m->sources->nsources + 1) * sizeof(*m->counts));
	coverage_make(a, &m->coverage, m->s);
	for (char *const *p = o->patterns; p && *p; p++)
		choose(m, *p);
	for (size_t i = 0; i < m->sources->n; i++) {
		enum cover cover = coverage_of(&m->coverage, m->s, i);

		m->chosen[i] |= !o->patterns;
		m->counts[m->sources->rules[i].source][cover] += m->chosen[i];
		m->all[cover] += m->chosen[i];
	}
}

/* the ids of the cases of a rule */
static void
put_cases(struct buf *b, const struct casefile *const *cases)
{
	for (size_t i = 0; cases[i]; i++)
		buf_printf(b, "%s%s", i ? ", " : "", cases[i]->id);
}

static void
text_rule(struct buf *b, const struct map *m, size_t i)
{
	const struct rule *rule = &m->sources->rules[i];
	enum cover cover = coverage_of(&m->coverage, m->s, i);

	buf_printf(b, "\n  %s: %s\n    %s\n    %s", rule->id, rule->text, rule->url,
		   coverage_word(cover));
	if (cover == COVER_COVERED)
		buf_puts(b, ": ");
	else if (*rule->reason)
		buf_printf(b, ": %s", rule->reason);
	put_cases(b, m->coverage.cases[i]);
	buf_putc(b, '\n');
}

static void
text_row(struct buf *b, const char *name, const size_t counts[COVERS])
{
	buf_printf(b, "%-20s %6zu %8zu %12zu %13zu %17zu\n", name, sum(counts),
		   counts[COVER_COVERED], counts[COVER_NOT_COVERED], counts[COVER_NOT_TESTABLE],
		   counts[COVER_OPEN]);
}

static void
text_map(struct buf *b, const struct map *m)
{
	struct span span = {0};

	while (next_source(m, &span)) {
		const struct source *source = &m->sources->sources[span.source];

		if (!sum(m->counts[span.source]))
			continue;
		buf_printf(b, "%s: %s\n", source->name, source->title);
		for (size_t i = span.first; i < span.end; i++) {
			if (m->chosen[i])
				text_rule(b, m, i);
		}
		buf_putc(b, '\n');
	}
	buf_printf(b, "%-20s %6s %8s %12s %13s %17s\n", "source", "rules", "covered",
		   "not covered", "not testable", "without a reason");
	for (size_t i = 0; i < m->sources->nsources; i++) {
		if (sum(m->counts[i]))
			text_row(b, m->sources->sources[i].name, m->counts[i]);
	}
	text_row(b, "all", m->all);
	buf_printf(b, "%zu of %zu cases name no rule of these lists\n", m->coverage.elsewhere,
		   m->s->n);
}

static void
md_row(struct buf *b, const char *name, const char *url, const size_t counts[COVERS])
{
	buf_puts(b, "| ");
	if (url)
		buf_putc(b, '[');
	md_text(b, name);
	if (url)
		buf_printf(b, "](%s)", url);
	buf_printf(b, " | %zu | %zu | %zu | %zu | %zu |\n", sum(counts), counts[COVER_COVERED],
		   counts[COVER_NOT_COVERED], counts[COVER_NOT_TESTABLE], counts[COVER_OPEN]);
}

static void
md_rule(struct buf *b, const struct map *m, size_t i)
{
	const struct rule *rule = &m->sources->rules[i];
	enum cover cover = coverage_of(&m->coverage, m->s, i);
	struct buf cases = {0};

	buf_printf(b, "| [%s](%s) | ", strchr(rule->id, '#') + 1, rule->url);
	md_text(b, rule->text);
	buf_printf(b, " | %s | ", coverage_word(cover));
	put_cases(&cases, m->coverage.cases[i]);
	md_text(b, cover == COVER_COVERED ? buf_str(&cases) : rule->reason);
	buf_puts(b, " |\n");
	buf_free(&cases);
}

static void
md_map(struct buf *b, const struct map *m)
{
	struct span span = {0};

	buf_puts(b, "# What the suite covers\n\n| source | rules | covered | not covered | not "
		    "testable | without a reason |\n|---|---:|---:|---:|---:|---:|\n");
	for (size_t i = 0; i < m->sources->nsources; i++) {
		if (sum(m->counts[i]))
			md_row(b, m->sources->sources[i].name, m->sources->sources[i].url,
			       m->counts[i]);
	}
	md_row(b, "all", NULL, m->all);
	while (next_source(m, &span)) {
		if (!sum(m->counts[span.source]))
			continue;
		buf_puts(b, "\n## ");
		md_text(b, m->sources->sources[span.source].title);
		buf_puts(b, "\n\n| rule | what is promised | | cases, or why there is none |\n"
			    "|---|---|---|---|\n");
		for (size_t i = span.first; i < span.end; i++) {
			if (m->chosen[i])
				md_rule(b, m, i);
		}
	}
}

static json_t *
json_counts(const size_t counts[COVERS])
{
	return json_pack("{s:I, s:I, s:I, s:I, s:I}", "rules", (json_int_t)sum(counts), "covered",
			 (json_int_t)counts[COVER_COVERED], "not_covered",
			 (json_int_t)counts[COVER_NOT_COVERED], "not_testable",
			 (json_int_t)counts[COVER_NOT_TESTABLE], "without_reason",
			 (json_int_t)counts[COVER_OPEN]);
}

static json_t *
json_rule(const struct map *m, size_t i)
{
	const struct rule *rule = &m->sources->rules[i];
	json_t *cases = json_array();

	for (const struct casefile **c = m->coverage.cases[i]; *c; c++)
		json_array_append_new(cases, json_string((*c)->id));
	return json_pack("{s:s, s:s, s:s, s:s, s:s, s:o}", "id", rule->id, "url", rule->url,
			 "text", rule->text, "state",
			 coverage_word(coverage_of(&m->coverage, m->s, i)), "reason",
			 rule->reason, "cases", cases);
}

static json_t *
json_source(const struct map *m, const struct span *span)
{
	const struct source *source = &m->sources->sources[span->source];
	json_t *rules = json_array();

	for (size_t i = span->first; i < span->end; i++) {
		if (m->chosen[i])
			json_array_append_new(rules, json_rule(m, i));
	}
	return json_pack("{s:s, s:s, s:s, s:o, s:o}", "name", source->name, "title",
			 source->title, "url", source->url, "counts",
			 json_counts(m->counts[span->source]), "rules", rules);
}

static void
json_map(struct buf *b, const struct map *m)
{
	json_t *sources = json_array(), *root;
	struct span span = {0};
	char *text;

	while (next_source(m, &span)) {
		if (sum(m->counts[span.source]))
			json_array_append_new(sources, json_source(m, &span));
	}
	root = json_pack("{s:i, s:s, s:s, s:s, s:o, s:I, s:I, s:o}", "schema", MAP_SCHEMA,
			 "version", SUITE_VERSION, "revision", version_revision(), "hash",
			 m->s->hash, "counts", json_counts(m->all), "cases", (json_int_t)m->s->n,
			 "cases_elsewhere", (json_int_t)m->coverage.elsewhere, "sources",
			 sources);
	text = json_dumps(root, JSON_INDENT(1));
	if (!text)
		die("spec-map: cannot make JSON");
	buf_printf(b, "%s\n", text);
	free(text);
	json_decref(root);
}

int
spec_map(struct arena *a, const struct options *o, const struct suite *s)
{
	struct map m = {.s = s, .sources = s->sources};
	int code = 0;

	if (!s->sources->n)
		die("spec-map: this suite has no lists of rules, expected/sources/NAME.spec");
	make(a, &m, o);
	for (char *const *spec = o->formats; *spec; spec++) {
		struct buf b = {0};

		if (text_starts(*spec, "json"))
			json_map(&b, &m);
		else if (text_starts(*spec, "md"))
			md_map(&b, &m);
		else
			text_map(&b, &m);
		code |= reports_emit(*spec, &b);
		buf_free(&b);
	}
	return code ? code : m.all[COVER_OPEN] > 0;
}
