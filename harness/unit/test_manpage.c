/* Tests the man page that is made of FORMAT.md: each form of Markdown, and that nothing is lost. */
#include <CUnit/CUnit.h>
#include <string.h>

#include "base/text.h"
#include "docs.h"
#include "docs_markdown.h"
#include "rows.h"
#include "tools/manpage/manpage.h"
#include "tree.h"
#include "units.h"

#define HEAD                                                                                    \
	".\\\" made of harness/FORMAT.md by harness/tools/manpage\n.Dd DATE\n.Dt CONFORM-CASE 5\n" \
	".Os\n.Sh NAME\n.Nm conform-case\n.Nd formats of the loader conformance suite\n"        \
	".Sh DESCRIPTION\n"
#define TAIL ".Sh SEE ALSO\n.Xr conform 1\n"

static const struct {
	int line;
	const char *markdown, *page;
} rows[] = {
	{__LINE__, "# Title\n\nOne\ntwo.\n\nThree.\n", "One two.\n.Pp\nThree.\n"},
	{__LINE__, "## 1. Case: `cases/A`\n\nText\n", ".Sh \"1. CASE: cases/A\"\nText\n"},
	{__LINE__, "### Two `x-y`\n", ".Ss \"Two x\\-y\"\n"},
	{__LINE__, "a `b-c d` **e** *f* [g](h.md)\n",
	 "a \\fB\\%b\\-c \\%d\\fP \\fBe\\fP \\fIf\\fP \\fIg\\fP\n"},
	{__LINE__, "a `code over\nthe end`\n", "a \\fB\\%code \\%over \\%the \\%end\\fP\n"},
	{__LINE__, ".a 'b' \\n ^ ~ 2 * 3\n", "\\&.a \\(aqb\\(aq \\en \\(ha \\(ti 2 * 3\n"},
	{__LINE__, "x\n\n    a -b\n\n    .c\n\ny\n",
	 "x\n.Bd -literal -offset indent\na \\-b\n\n\\&.c\n.Ed\n.Pp\ny\n"},
	{__LINE__, "- a\n  b\n- c\n\nd\n", ".Bl -bullet\n.It\na b\n.It\nc\n.El\n.Pp\nd\n"},
	{__LINE__, "1. a\n2. b\n", ".Bl -enum\n.It\na\n.It\nb\n.El\n"},
	{__LINE__, "| k | v |\n|---|---|\n| `a` | b \\| `\\|` |\n| c | |\n",
	 ".Bl -tag -width Ds\n.It Xo\n\\fB\\%a\\fP\n.Xc\nb | \\fB|\\fP\n.It Xo\nc\n.Xc\n.El\n"},
	{__LINE__, "| k | does | gives |\n|---|---|---|\n| a | b | c |\n",
	 ".Bl -tag -width Ds\n.It Xo\na\n.Xc\ndoes: b;\ngives: c\n.El\n"},
	{__LINE__, "`a [b] *c", "\\(gaa [b] *c\n"},
};

static void
test_rows(void)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena a = {0};
		struct buf out = {0};

		manpage_make(&out, rows[i].markdown, "DATE");
		row_text(__FILE__, rows[i].line, buf_str(&out),
			 arena_printf(&a, "%s%s%s", HEAD, rows[i].page, TAIL));
		buf_free(&out);
		arena_free(&a);
	}
}

/* a text as the page has it, without what only roff sees */
static const char *
shown(struct arena *a, const char *page)
{
	static const struct {
		const char *roff, *text;
	} signs[] = {{"\\%", ""}, {"\\fB", ""}, {"\\fP", ""}, {"\\fI", ""},
		     {"\\-", "-"}, {"\\&", ""}, {"\\(aq", "'"}, {"\\(ga", "`"},
		     {"\\(ha", "^"}, {"\\(ti", "~"}, {"\\e", "\\"}};
	struct buf b = {0};
	const char *text;

	while (*page) {
		size_t i = 0;

		while (i < LENGTH(signs) && !text_starts(page, signs[i].roff))
			i++;
		if (i < LENGTH(signs))
			buf_puts(&b, signs[i].text);
		else
			buf_putc(&b, *page);
		page += i < LENGTH(signs) ? strlen(signs[i].roff) : 1;
	}
	text = arena_strdup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

/* each span and each line of code of FORMAT.md is on the page */
static void
test_whole(void)
{
	struct arena a = {0};
	struct buf out = {0};
	struct names spans = {NULL, 0};
	const char *markdown = docs_text(&a, "harness/FORMAT.md"), *page;
	struct blocks blocks = markdown_blocks(&a, markdown);

	manpage_make(&out, markdown, "November 27, 2026");
	page = shown(&a, buf_str(&out));
	markdown_spans(&a, &spans, markdown);
	UNIT_CHECK(spans.n > 300 && blocks.n > 5, "%zu spans, %zu blocks", spans.n, blocks.n);
	for (size_t i = 0; i < spans.n; i++)
		UNIT_CHECK(strstr(page, spans.v[i]), "the page lacks `%s`", spans.v[i]);
	for (size_t i = 0; i < blocks.n; i++)
		UNIT_CHECK(strstr(page, blocks.v[i].text), "the page lacks the block\n%s",
			   blocks.v[i].text);
	buf_free(&out);
	arena_free(&a);
}

/* no formatter of man pages complains */
static void
test_form(void)
{
	struct tree t;

	tree_open(&t);
	docs_check_man_page(&t, arena_printf(&t.mem, "%s/conform-case.5", t.build));
	tree_close(&t);
}

void
unit_manpage(void)
{
	static const struct row_test tests[] = {
		{"each form of Markdown", test_rows},
		{"nothing of FORMAT.md is lost", test_whole},
		{"the page is well formed", test_form},
	};

	rows_suite("manpage", tests, LENGTH(tests));
}
