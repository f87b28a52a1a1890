/* Compares FORMAT.md's lists and examples with the tables and parsers of the program. */
#include <jansson.h>
#include <string.h>

#include "format/casefile.h"
#include "format/casefile_words.h"
#include "fixtures/elfedit_tables.h"
#include "format/expected.h"
#include "format/expr.h"
#include "fixtures/fixcheck_words.h"
#include "fixtures/fixture_line.h"
#include "format/known.h"
#include "base/text.h"
#include "base/util.h"
#include "format/vocab.h"
#include "docs.h"
#include "docs_markdown.h"
#include "rows.h"
#include "units.h"

#define KEY_NAME(key) #key,
#define VERB_NAME(verb, min, max, writes, usage) verb,

static const char *
format_text(struct arena *a)
{
	return docs_text(a, "harness/FORMAT.md");
}

/* the part of each name before the first blank or '=' */
static struct names
first_words(struct arena *a, const struct names *names)
{
	struct names words = {NULL, 0};

	for (size_t i = 0; i < names->n; i++)
		names_add(a, &words, names->v[i], strcspn(names->v[i], " ="));
	return words;
}

static void
check_column(struct arena *a, const char *head, const char *const *table, size_t n)
{
	struct names column = {NULL, 0}, words, want = {NULL, 0};

	for (size_t i = 0; i < n; i++)
		names_add(a, &want, table[i], strlen(table[i]));
	markdown_column(a, &column, format_text(a), head);
	words = first_words(a, &column);
	names_same(&words, head, &want, "the program's table");
}

static void
test_tables(struct arena *a)
{
	static const char *const keys[] = {CASE_KEYS(KEY_NAME)};
	static const char *const verbs[] = {CASE_VERBS(VERB_NAME)};

	check_column(a, "| key | value |", keys, LENGTH(keys));
	check_column(a, "| command |", verbs, LENGTH(verbs));
	check_column(a, "| key | meaning |", fixture_keys, FIXTURE_KEYS);
}

/* an example for an argument that a usage names */
static const char *
argument_for(const char *name)
{
	static const struct {
		const char *name, *example;
	} t[] = {
		{"N", "1"}, {"X.A", "x.a"}, {"X.F", "x.f"}, {"JSON", "[1, \"x\"]"},
		{"[JSON...]", "null"}, {"WORD...", "NOW"}, {"CMD", "import m"}, {"MODE", "700"},
		{"FILE", "$FIX/a/f$EXT"}, {"[file]", "file"}, {"TEXT", "\"a b\""},
		{"DIR", "$TMP/d"}, {"M", "m"}, {"KEY=VALUE...", "origin=x"}, {"TIME", "1.5"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		if (!strcmp(t[i].name, name))
			return t[i].example;
	}
	return name;
}

/* the text of a case with one command, and with one for the next run of Python */
static const char *
case_of(struct arena *a, const char *usage)
{
	char **words = text_fields(a, usage, NULL);
	const char *command = words[0], *next = "";

	for (size_t i = 1; words[i]; i++)
		command = arena_printf(a, "%s %s", command, argument_for(words[i]));
	if (text_starts(command, "exit "))
		next = "\ngc";
	return arena_printf(a, "summary: s\nspec: PEP 489, Export Hook Name\n\n%s%s\n", command,
			    next);
}

/* a case can contain each command of the table */
static void
test_commands(struct arena *a)
{
	struct names usages = {NULL, 0};

	markdown_column(a, &usages, format_text(a), "| command |");
	for (size_t i = 0; i < usages.n; i++) {
		const char *text = case_of(a, usages.v[i]);
		struct errors errors = {0};
		struct casefile c = {0};
		int bad = casefile_parse(a, &c, "adapter/x", "x.case", text, strlen(text), &errors);

		UNIT_CHECK(!bad, "%s: %s", usages.v[i], buf_str(&errors.text));
		errors_free(&errors);
	}
}

static void
test_request(struct arena *a)
{
	static const char text[] = "summary: s\nspec: PEP 489, Export Hook Name\n\nimport x\n";
	struct blocks blocks = markdown_blocks(a, format_text(a));
	struct errors errors = {0};
	struct casefile c = {0};
	struct buf request = {0};
	size_t found = 0;

	casefile_parse(a, &c, "area/name", "x.case", text, strlen(text), &errors);
	c.id = "AREA/NAME";
	casefile_request(&request, &c, "DIR", "WORD");
	for (size_t i = 0; i < blocks.n; i++)
		found += !strcmp(blocks.v[i].text, buf_str(&request));
	UNIT_CHECK(found == 1, "FORMAT.md does not have this request:\n%s", buf_str(&request));
	buf_free(&request);
	errors_free(&errors);
}

/* each expression in the spans of the paragraph parses, with NAME replaced */
static void
test_expressions(struct arena *a)
{
	const char *text = markdown_paragraph(a, format_text(a), "**Expressions.**");
	struct names spans = {NULL, 0};
	size_t count = 0;

	markdown_spans(a, &spans, text ? text : "");
	for (size_t i = 0; i < spans.n; i++) {
		const char *span = spans.v[i], *why = NULL;

		if (!strcmp(span, "cap:NAME"))
			span = "cap:native";
		/* lists of operators or facts, and forms in capital letters, are no expressions */
		if (!strpbrk(span, "=:") || strchr(span, ' ') || strstr(span, "NAME"))
			continue;
		expr_parse(a, span, &why);
		UNIT_CHECK(!why, "%s: %s", span, why);
		count++;
	}
	UNIT_CHECK(count >= 5, "only %zu expressions were found", count);
}

/* expressions accept exactly the facts that FORMAT.md lists with values */
static void
test_facts(struct arena *a)
{
	static const char *const values[] = {"3.12", "cpython", "glibc", "x86_64", "0", "abi3",
					     "qemu", "address", "linux", "elf"};
	struct names facts = {NULL, 0};

	markdown_column(a, &facts, format_text(a), "| fact | values |");
	UNIT_CHECK(facts.n >= 7, "only %zu facts were found", facts.n);
	for (const struct vocab_word *w = vocab_words(VOCAB_FACT); w->name; w++) {
		bool good = false;

		for (size_t k = 0; k < LENGTH(values) && !good; k++) {
			const char *why = NULL;
			const char *text = arena_printf(a, "%s=%s", w->name, values[k]);

			good = expr_parse(a, text, &why) != NULL;
		}
		UNIT_CHECK(good == names_has(&facts, w->name), "the fact %s in an expression: %d",
			   w->name, good);
	}
}

/* a line of a known list parses with each kind that FORMAT.md names, and with no other */
static void
test_known_lines(struct arena *a)
{
	const char *text = markdown_paragraph(a, format_text(a), "KIND, the worst outcome");
	struct names spans = {NULL, 0};
	size_t kinds = 0;

	markdown_spans(a, &spans, text ? text : "");
	for (size_t i = 0; i < spans.n; i++) {
		const char *line = arena_printf(
			a, "# x\n%s  hook/*  if py<3.11  until=2030-12-31  -- why, https://x.org\n",
			spans.v[i]);
		struct errors errors = {0};
		struct known k = {0};

		kinds += !known_parse(a, &k, "x.known", line, strlen(line), &errors);
		errors_free(&errors);
	}
	UNIT_CHECK(kinds == KNOWN_SKIP + 1, "FORMAT.md names %zu kinds", kinds);
}

/* true for a transcript line: a mark and a text after it */
static bool
is_line(const char *span)
{
	static const char *const marks[] = {"> ", "= ", "! ", "| ", "!! ", "~ "};

	for (size_t i = 0; i < LENGTH(marks); i++) {
		if (text_starts(span, marks[i]))
			return true;
	}
	return false;
}

/* an expected file can contain each transcript line that FORMAT.md quotes */
static void
test_expected_lines(struct arena *a)
{
	struct names spans = {NULL, 0};
	size_t count = 0;

	markdown_spans(a, &spans, format_text(a));
	for (size_t i = 0; i < spans.n; i++) {
		const char *text = arena_printf(a, "> import x\n%s\n", spans.v[i]);
		struct errors errors = {0};
		struct expected e = {0};

		if (!is_line(spans.v[i]))
			continue;
		expected_parse(a, &e, "x.out", text, strlen(text), &errors);
		UNIT_CHECK(!errors.n, "%s", buf_str(&errors.text));
		count++;
		errors_free(&errors);
	}
	UNIT_CHECK(count > 20, "only %zu lines were found", count);
}

/* each fixture comment in a block parses, and says something */
static void
test_fixture_comments(struct arena *a)
{
	struct blocks blocks = markdown_blocks(a, format_text(a));
	size_t count = 0;

	for (size_t i = 0; i < blocks.n; i++) {
		struct errors errors = {0};
		struct fixture_line f = {0};
		size_t values = 0;

		if (!strstr(blocks.v[i].text, "fixture:"))
			continue;
		fixture_line_parse(a, &f, "x.c", blocks.v[i].text, &errors);
		UNIT_CHECK(!errors.n, "%s", buf_str(&errors.text));
		for (size_t k = 0; k < FIXTURE_KEYS; k++)
			values += f.keys[k].n;
		UNIT_CHECK(values, "nothing was found in %s", blocks.v[i].text);
		count++;
		errors_free(&errors);
	}
	UNIT_CHECK(count, "no fixture comment was found");
}

/* each property that FORMAT.md names exists; test_fixture_words.c tests that it names all */
static void
test_properties(struct arena *a)
{
	const char *text = markdown_paragraph(a, format_text(a), "Properties:");
	struct names spans = {NULL, 0};

	markdown_spans(a, &spans, text ? text : "");
	UNIT_CHECK(spans.n > 20, "only %zu properties were found", spans.n);
	for (size_t i = 0; i < spans.n; i++) {
		const char *form = spans.v[i], *arg, *why = NULL;

		/* N stands for a number */
		if (text_ends(form, ":N"))
			form = arena_printf(a, "%.*s8", (int)strlen(form) - 1, form);
		fixcheck_find(a, form, &arg, &why);
		UNIT_CHECK(!why, "%s: %s", spans.v[i], why);
	}
}

/* the lists of words for edits: header members, segments, segment members */
static void
test_edits(struct arena *a)
{
	const char *text = markdown_paragraph(a, format_text(a), "Fields of `edit`:");
	struct names spans = {NULL, 0}, words = {NULL, 0}, want = {NULL, 0};

	for (const struct elf_member *m = elf_header; m->name; m++)
		names_add(a, &want, m->name, strlen(m->name));
	for (const struct elf_member *m = elf_segment; m->name; m++)
		names_add(a, &want, m->name, strlen(m->name));
	for (const struct elf_name *s = elf_segments; s->name; s++)
		names_add(a, &want, s->name, strlen(s->name));
	markdown_spans(a, &spans, text ? text : "");
	for (size_t i = 0; i < spans.n; i++) {
		char **list = text_fields(a, spans.v[i], NULL);

		/* a list has two words or more; a single word is explained in the text */
		for (size_t k = 0; list[0] && list[1] && list[k]; k++)
			names_add(a, &words, list[k], strlen(list[k]));
	}
	names_same(&words, "FORMAT.md, Fields of `edit`", &want, "elfedit_tables.c");
}

/* the hello is JSON after its dots are removed, and the capabilities in it exist */
static void
test_hello(struct arena *a)
{
	struct blocks blocks = markdown_blocks(a, format_text(a));
	size_t count = 0;

	for (size_t i = 0; i < blocks.n; i++) {
		const char *text = blocks.v[i].text, *dots = strstr(text, ", ...]");
		json_t *doc, *cap;
		size_t k;

		if (!text_starts(text, "{\"protocol\""))
			continue;
		if (dots)
			text = arena_printf(a, "%.*s%s", (int)(dots - text), text, dots + 5);
		doc = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
		UNIT_CHECK(doc && json_is_object(json_object_get(doc, "facts")), "%s", text);
		json_array_foreach(json_object_get(json_object_get(doc, "facts"), "cap"), k, cap) {
			UNIT_CHECK(vocab_has(VOCAB_CAP, json_string_value(cap)), "%s",
				   json_string_value(cap));
		}
		count++;
		json_decref(doc);
	}
	UNIT_CHECK(count, "no hello was found");
}

void
test_docs_format(void)
{
	static void (*const tests[])(struct arena *a) = {
		test_tables, test_commands, test_request, test_expressions, test_facts,
		test_known_lines, test_expected_lines, test_fixture_comments, test_properties,
		test_edits, test_hello,
	};

	for (size_t i = 0; i < LENGTH(tests); i++) {
		struct arena a = {0};

		tests[i](&a);
		arena_free(&a);
	}
}
