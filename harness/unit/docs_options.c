/* Compares the options in --help, the man page, the table of options and the tests. */
#include <CUnit/CUnit.h>
#include <ctype.h>
#include <string.h>

#include "format/settings.h"
#include "options.h"
#include "options.h"
#include "base/text.h"
#include "base/util.h"
#include "docs.h"
#include "rows.h"
#include "units.h"

static bool
is_option_char(char c)
{
	return isalnum((unsigned char)c) || c == '-';
}

static size_t
option_length(const char *s)
{
	size_t len = 0;

	while (is_option_char(s[len]))
		len++;
	return len;
}

/* "  -l, --list            text", "  --shuffle[=SEED]      text": the options of one line */
static void
options_of_line(struct arena *a, struct names *names, const char *line, size_t len)
{
	for (size_t i = 2; i < len && strncmp(line + i, "  ", 2); i++) {
		if (line[i] == '-' && line[i - 1] == ' ')
			names_add(a, names, line + i, option_length(line + i));
	}
}

void
options_of_help(struct arena *a, struct names *names, const char *text)
{
	for (const char *line = text; *line;) {
		size_t len = strcspn(line, "\n");

		if (!strncmp(line, "  -", 3))
			options_of_line(a, names, line, len);
		line += len + (line[len] == '\n');
	}
}

/* ".It Fl l , Fl -list": each word after an Fl, with a dash before it */
void
options_of_man(struct arena *a, struct names *names, const char *text)
{
	size_t n;
	char **lines = text_lines(a, text, strlen(text), &n);

	for (size_t i = 0; i < n; i++) {
		char **words = text_fields(a, lines[i], NULL);

		for (size_t k = 1; words[0] && !strcmp(words[0], ".It") && words[k]; k++) {
			const char *name = arena_printf(a, "-%s", words[k]);

			if (!strcmp(words[k - 1], "Fl"))
				names_add(a, names, name, option_length(name));
		}
	}
}

void
options_of_table(struct arena *a, struct names *names)
{
	for (size_t i = 0; options_long[i].name; i++) {
		const char *name = arena_printf(a, "--%s", options_long[i].name);

		names_add(a, names, name, strlen(name));
	}
	for (const char *c = options_short; *c; c++) {
		if (*c != ':')
			names_add(a, names, arena_printf(a, "-%c", *c), 2);
	}
	/* readers see -vv as an option of its own */
	names_add(a, names, "-vv", 3);
}

bool
option_stands(const char *text, const char *option)
{
	for (const char *at = text; (at = strstr(at, option)); at++) {
		if (at > text && strchr(" \"'`\t(+", at[-1]) && !is_option_char(at[strlen(option)]))
			return true;
	}
	return false;
}

static void
test_forms(void)
{
	static const char help[] = "usage: x [-n]\n\nA -b\n  -l, --list        print -c\n"
				   "  -v, -vv, -q       each\n  --shuffle[=SEED]  x  -d\n"
				   "                    -e\n  -k P  --not\n";
	static const char man[] = ".Fl a\n.It Fl l , Fl -list\nFl b\n.It Fl v , Fl vv , Fl q\n"
				  ".It Fl -shuffle Ns Oo = Ns Ar seed Oc\n.It Fl k Ar p\n";
	static const char want[] = " -l --list -v -vv -q --shuffle -k";
	struct arena a = {0};
	struct names names[2] = {{NULL, 0}, {NULL, 0}};

	options_of_help(&a, &names[0], help);
	options_of_man(&a, &names[1], man);
	for (size_t i = 0; i < 2; i++) {
		struct buf b = {0};

		for (size_t k = 0; k < names[i].n; k++)
			buf_printf(&b, " %s", names[i].v[k]);
		row_text(__FILE__, __LINE__, buf_str(&b), want);
		buf_free(&b);
	}
	CU_ASSERT_TRUE(option_stands("{\"--lint\", 0}", "--lint"));
	CU_ASSERT_FALSE(option_stands("conform --lint-more", "--lint"));
	CU_ASSERT_FALSE(option_stands("x--lint", "--lint"));
	arena_free(&a);
}

struct scan {
	struct arena *a;
	struct buf text;
};

/* add a test's text, except of the tests of documents, which name all options */
static void
add_test_file(void *ctx, const char *name)
{
	struct scan *s = ctx;

	if (text_ends(name, ".c") && !strstr(name, "docs"))
		buf_puts(&s->text, docs_text(s->a, arena_printf(s->a, "harness/unit/%s", name)));
}

static const char *
all_tests(struct arena *a)
{
	static const char *const scripts[] = {"harness/tools/check/check.sh", ".ci/run"};
	struct scan s = {a, {0}};
	const char *copy;

	if (dir_each("harness/unit", add_test_file, &s))
		die("cannot list harness/unit:");
	for (size_t i = 0; i < LENGTH(scripts); i++)
		buf_puts(&s.text, docs_text(a, scripts[i]));
	copy = arena_strdup(a, buf_str(&s.text));
	buf_free(&s.text);
	return copy;
}

/* each option is in all of them */
void
test_docs_options(void)
{
	struct arena a = {0};
	struct names help = {NULL, 0}, man = {NULL, 0}, table = {NULL, 0};
	const char *tests = all_tests(&a);

	test_forms();
	options_of_help(&a, &help, docs_help(&a));
	options_of_man(&a, &man, docs_text(&a, "harness/docs/conform.1"));
	options_of_table(&a, &table);
	names_same(&help, "--help", &table, "options_table.c");
	names_same(&help, "--help", &man, "harness/docs/conform.1");
	for (size_t i = 0; i < help.n; i++)
		UNIT_CHECK(option_stands(tests, help.v[i]), "%s: no test uses it", help.v[i]);
	arena_free(&a);
}
