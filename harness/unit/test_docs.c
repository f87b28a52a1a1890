/* Compares the documents and the man page with the program and the tree. */
#include <CUnit/CUnit.h>
#include <string.h>
#include <unistd.h>

#include "base/util.h"
#include "docs.h"
#include "rows.h"
#include "tree.h"
#include "units.h"

const char *
docs_help(struct arena *a)
{
	struct tree t;
	struct output o;
	const char *text;

	tree_open(&t);
	o = tree_run(&t, (const char *[]){arena_printf(&t.mem, "%s/conform", t.build), "--help",
					  NULL});
	UNIT_CHECK(!o.status, "--help: status %d", o.status);
	text = arena_strdup(a, o.text);
	tree_close(&t);
	return text;
}

/* no formatter of man pages complains; uses the first one that is installed */
void
docs_check_man_page(struct tree *t, const char *page)
{
	static const char script[] =
		"exec 2>&1\n"
		"if command -v mandoc >/dev/null; then mandoc -T lint -W warning \"$1\"\n"
		"elif command -v groff >/dev/null; then groff -mdoc -ww -z -T utf8 \"$1\"\n"
		"else exit 77; fi\n";
	struct output o = tree_run(t, (const char *[]){"sh", "-c", script, "sh", page, NULL});

	if (o.status == 77)
		fputs("\nskipped: neither mandoc nor groff is installed\n", stderr);
	else
		UNIT_CHECK(!o.status && !*o.text, "%s", o.text);
}

void
test_docs_man(void)
{
	struct tree t;

	tree_open(&t);
	docs_check_man_page(&t, "harness/docs/conform.1");
	tree_close(&t);
}

void
unit_docs(void)
{
	static const struct row_test tests[] = {
		{"each option is in --help, the man page, the table and a test", test_docs_options},
		{"the man page is well formed", test_docs_man},
		{"Markdown", test_docs_markdown},
		{"commands have options and targets that exist", test_docs_commands},
		{"lists and examples of FORMAT.md", test_docs_format},
		{"outcomes and exit codes", test_docs_outcomes},
		{"programs in the documents equal their files", test_docs_examples},
		{"links", test_docs_links},
		{"HOSTILE.md names the deeds and tests that exist", test_docs_hostile},
		{"the adapter in C does what it can", test_docs_adapter},
		{"the failure in README is a real one", test_docs_failure},
	};

	rows_suite("docs", tests, LENGTH(tests));
}
