#include "format/skip_why.h"
#include "tools/skips/skips.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static const char head[] =
	"# Skipped cases\n"
	"\n"
	"What each loader skips, and why it cannot have it. `make skips` writes this file from\n"
	"the reports of `make check-all`; a loader that was not run keeps its section. The\n"
	"sentences stand in `harness/format/skip_why.c`. A requirement with several parts\n"
	"counts as its first part that does not hold.\n";

static const char requires[] = "requires ";

/* the loader's section, new or emptied */
static struct skips_loader *
section(struct skips *s, const char *name)
{
	size_t at = 0;

	while (at < s->n && strcmp(s->v[at].name, name) < 0)
		at++;
	if (at == s->n || strcmp(s->v[at].name, name)) {
		s->v = xreallocarray(s->v, s->n + 1, sizeof(*s->v));
		memmove(&s->v[at + 1], &s->v[at], (s->n - at) * sizeof(*s->v));
		s->n++;
	} else {
		free(s->v[at].v);
	}
	s->v[at] = (struct skips_loader){.name = arena_strdup(&s->mem, name)};
	return &s->v[at];
}

static void
add_cases(struct skips *s, struct skips_loader *l, const char *requirement, size_t cases)
{
	for (size_t i = 0; i < l->n; i++) {
		if (!strcmp(l->v[i].requirement, requirement)) {
			l->v[i].cases += cases;
			return;
		}
	}
	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = (struct skips_row){arena_strdup(&s->mem, requirement), cases};
}

/* "`KEY=VALUE ...`: N of CASES cases" */
static void
read_facts(struct skips *s, struct skips_loader *l, const char *line)
{
	size_t len = strcspn(line, "`"), n;
	const char *of = strstr(line + len, " of ");
	char **words = text_fields(&s->mem, arena_strndup(&s->mem, line, len), &n);

	l->cases = of ? strtoul(of + 4, NULL, 10) : 0;
	for (size_t i = 0; i < n; i++) {
		char *equals = strchr(words[i], '=');

		if (!equals)
			continue;
		*equals = '\0';
		facts_add(&s->mem, &l->facts, words[i], equals + 1);
	}
}

/* "REQUIREMENT` | CASES | ..." */
static void
read_row(struct skips *s, struct skips_loader *l, const char *line)
{
	size_t len = strcspn(line, "`");

	if (!strncmp(line + len, "` | ", 4))
		add_cases(s, l, arena_strndup(&s->mem, line, len),
			  strtoul(line + len + 4, NULL, 10));
}

void
skips_read(struct skips *s, const char *text)
{
	struct skips_loader *l = NULL;
	size_t n;
	char **lines = text_lines(&s->mem, text, strlen(text), &n);

	for (size_t i = 0; i < n; i++) {
		if (text_starts(lines[i], "## "))
			l = section(s, lines[i] + 3);
		else if (l && text_starts(lines[i], "`"))
			read_facts(s, l, lines[i] + 1);
		else if (l && text_starts(lines[i], "| `"))
			read_row(s, l, lines[i] + 3);
	}
}

/* facts that are one short word each */
static void
take_facts(struct skips *s, struct skips_loader *l, json_t *facts)
{
	static const char *const left_out[] = {"abi", "include", "suffix"};
	const char *key;
	json_t *value;

	json_object_foreach(facts, key, value) {
		const char *text = json_string_value(value);

		for (size_t i = 0; i < LENGTH(left_out); i++) {
			if (!strcmp(key, left_out[i]))
				text = NULL;
		}
		if (text && *text)
			facts_add(&s->mem, &l->facts, arena_strdup(&s->mem, key),
				  arena_strdup(&s->mem, text));
	}
}

/* all facts, with the capabilities, as expressions need them */
static void
all_facts(struct arena *a, struct facts *all, json_t *facts)
{
	json_t *value, *cap;
	const char *key;
	size_t i;

	json_object_foreach(facts, key, value) {
		if (json_is_string(value))
			facts_add(a, all, key, json_string_value(value));
	}
	json_array_foreach(json_object_get(facts, "cap"), i, cap) {
		if (json_is_string(cap))
			facts_add(a, all, "cap", json_string_value(cap));
	}
}

/* path's last name, still within its text: the folders are this machine's */
static const char *
last_name(const char *path)
{
	size_t len = strcspn(path, " "), at = len;

	while (at && path[at - 1] != '/')
		at--;
	return at < len ? path + at : path;
}

/* what is not there, of a skipped result */
static const char *
requirement_of(struct arena *a, const json_t *result, const struct facts *facts)
{
	const char *reason = json_string_value(json_object_get(result, "reason")), *why, *blamed;
	const char *lacks = json_string_value(json_object_get(result, "lacks"));
	const struct expr *e;
	struct buf clean = {0};

	if (!reason)
		reason = "no reason";
	if (text_starts(reason, requires)) {
		e = expr_parse(a, reason + strlen(requires), &why);
		blamed = e ? expr_blame(a, e, facts) : NULL;
		if (blamed)
			return blamed;
	}
	if (lacks)
		return arena_printf(a, "cap:%s", lacks);
	/* the rest names one of many fixtures */
	if (text_starts(reason, "not ELF: "))
		return "not ELF";
	if (json_is_object(json_object_get(result, "known")))
		reason = arena_printf(a, "known-list: %s", reason);
	/* as a cell of a table */
	for (; *reason; reason++) {
		if (*reason == '/' && clean.len && clean.p[clean.len - 1] == ' ')
			reason = last_name(reason);
		buf_putc(&clean, strchr("`|\n", *reason) ? '\'' : *reason);
	}
	reason = arena_strdup(a, buf_str(&clean));
	buf_free(&clean);
	return reason;
}

static void
take_results(struct skips *s, struct skips_loader *l, const json_t *results,
	     const struct facts *facts)
{
	const json_t *result;
	size_t i;

	json_array_foreach(results, i, result) {
		const char *outcome = json_string_value(json_object_get(result, "outcome"));

		if (outcome && !strcmp(outcome, "SKIP"))
			add_cases(s, l, requirement_of(&s->mem, result, facts), 1);
	}
	l->cases = json_array_size(results);
}

const char *
skips_report(struct skips *s, const char *name, const char *json, size_t len)
{
	json_t *root = json_loadb(json, len, 0, NULL);
	json_t *facts = json_object_get(json_object_get(root, "target"), "facts");
	const json_t *results = json_object_get(root, "results");
	const char *fault = NULL;

	if (!json_is_object(facts) || !json_is_array(results)) {
		fault = "its report is none";
	} else if (!json_is_true(json_object_get(root, "complete"))) {
		fault = "its report is not complete";
	} else {
		struct facts all = {0};
		struct skips_loader *l = section(s, name);

		take_facts(s, l, facts);
		all_facts(&s->mem, &all, facts);
		take_results(s, l, results, &all);
	}
	json_decref(root);
	return fault;
}

static int
by_cases(const void *a, const void *b)
{
	const struct skips_row *x = a, *y = b;

	if (x->cases != y->cases)
		return x->cases < y->cases ? 1 : -1;
	return strcmp(x->requirement, y->requirement);
}

static void
print_loader(struct buf *out, const struct skips_loader *l)
{
	size_t skipped = 0;

	for (size_t i = 0; i < l->n; i++)
		skipped += l->v[i].cases;
	buf_printf(out, "\n## %s\n\n`", l->name);
	for (size_t i = 0; i < l->facts.n; i++)
		buf_printf(out, "%s%s=%s", i ? " " : "", l->facts.v[i].key, l->facts.v[i].value);
	buf_printf(out, "`: %zu of %zu cases\n\n| requirement | cases | why |\n|---|---|---|\n",
		   skipped, l->cases);
	if (l->n)
		qsort(l->v, l->n, sizeof(*l->v), by_cases);
	for (size_t i = 0; i < l->n; i++) {
		const char *why = skip_why(l->v[i].requirement, &l->facts);

		buf_printf(out, "| `%s` | %zu | %s |\n", l->v[i].requirement, l->v[i].cases,
			   why ? why : "?");
	}
}

void
skips_print(struct buf *out, const struct skips *s)
{
	buf_puts(out, head);
	for (size_t i = 0; i < s->n; i++)
		print_loader(out, &s->v[i]);
}

void
skips_unsaid(struct buf *out, const struct skips *s)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct skips_loader *l = &s->v[i];

		for (size_t k = 0; k < l->n; k++) {
			if (!skip_why(l->v[k].requirement, &l->facts))
				buf_printf(out, "%s: %s\n", l->name, l->v[k].requirement);
		}
	}
}

void
skips_free(struct skips *s)
{
	for (size_t i = 0; i < s->n; i++)
		free(s->v[i].v);
	free(s->v);
	arena_free(&s->mem);
}
