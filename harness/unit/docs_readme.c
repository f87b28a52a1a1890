/* Tests outcomes, exit codes, example programs and links of the documents. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "base/util.h"
#include "run/verdict.h"
#include "cli_support.h"
#include "docs.h"
#include "docs_markdown.h"
#include "rows.h"
#include "units.h"

#define READERS "harness/docs/readers.md"
#define TESTERS "harness/docs/testers.md"

/* a cell of a row, without the blanks around it; "" if there is none */
static const char *
cell(struct arena *a, const char *row, size_t column)
{
	const char *end;

	for (size_t i = 0; row && i <= column; i++) {
		row = strchr(row, '|');
		row = row ? row + 1 : NULL;
	}
	end = row ? strchr(row, '|') : NULL;
	if (!end)
		return "";
	row += strspn(row, " ");
	while (end > row && end[-1] == ' ')
		end--;
	return end > row ? arena_strndup(a, row, (size_t)(end - row)) : "";
}

/* the words of text in capital letters */
static struct names
capitals(struct arena *a, const char *text)
{
	struct names names = {NULL, 0};

	while (*text) {
		size_t len = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

		if (len > 1)
			names_add(a, &names, text, len);
		text += len ? len : 1;
	}
	return names;
}

/* the row of the table that names this outcome; NULL if no row or several rows do */
static const char *
row_of_outcome(struct arena *a, const char *table, const char *outcome)
{
	size_t n;
	char **lines = text_lines(a, table, strlen(table), &n);
	const char *found = NULL;

	for (size_t i = 2; i < n; i++) {
		struct names names = capitals(a, cell(a, lines[i], 0));

		if (!names_has(&names, outcome))
			continue;
		if (found)
			return NULL;
		found = lines[i];
	}
	return found;
}

/* one case for each outcome, under the fake loader */
void
docs_open_outcomes(struct cli *c)
{
	cli_open(c);
	cli_import(c, "a/pass", "x");
	cli_case(c, "a/detail", "", "forget x\n",
		 "> forget x\n! NotImplementedError\n~ message \"other words\"\n");
	cli_case(c, "a/skip", "requires: cap:native\n", "import x\n", "> import x\n= null\n");
	cli_case(c, "a/xfail", "", "import x\n", "> import x\n= null\n");
	cli_case(c, "a/fail", "", "import x\n", "> import x\n= null\n");
	cli_import(c, "a/crash", "evil_crash");
	cli_case(c, "a/timeout", "timeout: 0.2\n", "import evil_hang\n",
		 "> import evil_hang\n= null\n");
	cli_import(c, "a/xpass", "x");
	cli_import(c, "a/broken", "evil_forge");
	cli_import(c, "a/flaky", "moody");
	cli_write(c, "expected/known/fake.known", "fail a/xfail -- why\nfail a/xpass -- why\n");
}

/* the third cell of the row has the exit code if this outcome fails the run */
static void
check_outcome(struct cli *c, const char *table, enum outcome o)
{
	const char *row = row_of_outcome(&c->mem, table, outcome_name(o));
	const char *fails = cell(&c->mem, row, 2), *digit = strpbrk(fails, "012");
	int want = digit ? *digit - '0' : 0;
	struct cli_ran ran;

	UNIT_CHECK(row, READERS " has no row, or several, for %s", outcome_name(o));
	ran = cli_run(c, "%s --retries 1 --min 0 -v a/%s", o == OUT_FLAKY ? cli_moody(c, 1) :
		      cli_fake(c), outcome_word(o));
	UNIT_CHECK(strstr(ran.text, arena_printf(&c->mem, "%s ", outcome_name(o))), "%s: %s",
		   outcome_name(o), ran.text);
	UNIT_CHECK(ran.exit_code == want, "%s: the table says %d, exit code is %d",
		   outcome_name(o), want, ran.exit_code);
}

/* the outcomes with exit code 1 in the table are also in the texts about exit codes */
static void
check_sentences(struct arena *a, const char *table)
{
	static const struct {
		const char *path, *begin, *end; /* path NULL: --help */
	} places[] = {
		{READERS, "Exit 0:", " 2:"},
		{NULL, "Exit: 0", "; 2 "},
		{"harness/docs/conform.1", ".It 1\n", ".It 2\n"},
	};
	size_t n;
	char **lines = text_lines(a, table, strlen(table), &n);
	const char *failing = "";

	for (size_t i = 2; i < n; i++) {
		if (strchr(cell(a, lines[i], 2), '1'))
			failing = arena_printf(a, "%s %s", failing, cell(a, lines[i], 0));
	}
	for (size_t i = 0; i < LENGTH(places); i++) {
		const char *where = places[i].path ? places[i].path : "--help";
		const char *text = places[i].path ? docs_text(a, where) : docs_help(a);
		const char *at = strstr(text, places[i].begin);
		const char *end = at ? strstr(at, places[i].end) : NULL;
		struct names x = capitals(a, failing), y = {NULL, 0};

		if (end)
			y = capitals(a, arena_strndup(a, at, (size_t)(end - at)));
		names_same(&y, where, &x, "the table of outcomes");
	}
}

void
test_docs_outcomes(void)
{
	struct arena a = {0};
	const char *table = markdown_paragraph(&a, docs_text(&a, READERS), "| outcome |");
	struct cli c;

	CU_ASSERT_PTR_NOT_NULL_FATAL(table);
	docs_open_outcomes(&c);
	for (int o = 0; o < OUT_COUNT; o++)
		check_outcome(&c, table, (enum outcome)o);
	check_sentences(&a, table);
	cli_close(&c);
	arena_free(&a);
}

/* true for a block of shell commands, not a program */
static bool
is_commands(const char *text)
{
	return text_starts(text, "./") || text_starts(text, "make ") || text_starts(text, "$ ");
}

/* the example file that the paragraph after or before the block links to */
static const char *
linked_example(struct arena *a, const struct block *b, const struct block *above)
{
	struct names links = {NULL, 0};

	markdown_links(a, &links, b->after);
	if (!above || strcmp(above->after, b->before))
		markdown_links(a, &links, b->before);
	for (size_t i = 0; i < links.n; i++) {
		if (text_starts(links.v[i], "../examples/") &&
		    (text_ends(links.v[i], ".c") || text_ends(links.v[i], ".py")))
			return arena_printf(a, "harness/%s", links.v[i] + strlen("../"));
	}
	return NULL;
}

/* a program in a document with a link to an example equals that file, byte for byte */
void
test_docs_examples(void)
{
	struct arena a = {0};
	struct blocks blocks = markdown_blocks(&a, docs_text(&a, TESTERS));
	size_t count = 0;

	for (size_t i = 0; i < blocks.n; i++) {
		const char *path = linked_example(&a, &blocks.v[i],
						  i ? &blocks.v[i - 1] : NULL);

		if (!path || is_commands(blocks.v[i].text))
			continue;
		UNIT_CHECK(!strcmp(docs_text(&a, path), blocks.v[i].text),
			   TESTERS ":%d is not %s", blocks.v[i].line, path);
		count++;
	}
	UNIT_CHECK(count, TESTERS " shows no program that stands in a file");
	arena_free(&a);
}

/* the files that a document links to exist */
void
test_docs_links(void)
{
	static const char *const paths[] = {
		"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "harness/FORMAT.md",
		"harness/HOSTILE.md", READERS, TESTERS, "harness/docs/embedders.md",
		"harness/docs/authors.md", "harness/docs/packagers.md", "harness/docs/loaders.md",
		"harness/examples/suite/README.md",
	};
	struct arena a = {0};

	for (size_t i = 0; i < LENGTH(paths); i++) {
		const char *slash = strrchr(paths[i], '/');
		int folder = slash ? (int)(slash - paths[i]) + 1 : 0;
		struct names links = {NULL, 0};

		markdown_links(&a, &links, docs_text(&a, paths[i]));
		for (size_t k = 0; k < links.n; k++) {
			const char *path = arena_printf(&a, "%.*s%s", folder, paths[i], links.v[k]);

			/* a link inside the document, or to another site */
			if (!*links.v[k] || strstr(path, "://"))
				continue;
			UNIT_CHECK(!access(path, F_OK), "%s links to %s", paths[i], path);
		}
	}
	arena_free(&a);
}
