/* Tests known lists that are made from the results of a run and an old list. */
#include <string.h>

#include "run/excuse.h"
#include "format/expr.h"
#include "base/text.h"
#include "base/util.h"
#include "rows.h"
#include "units.h"

enum { CASES_MAX = 16 };

static const struct {
	int line;
	const char *old;
	const char *cases; /* "ID pass|absent|unknown|KIND CAUSE"; no CAUSE: excused */
	bool partial;
	const char *want;
} rows[] = {
	{__LINE__, "", "h/a pass\n", false, "# heading\n\n"},
	{__LINE__, "", "h/a fail expected = 1, got = 2\nh/b pass\n", false,
	 "# heading\n\nfail    h/a  -- expected = 1, got = 2\n"},
	/* one cause: one line if a glob matches exactly its cases, with the worst kind */
	{__LINE__, "", "h/a-1 fail x\nh/a-2 crash x\nh/b pass\n", false,
	 "# heading\n\ncrash   h/a-*  -- x\n"},
	{__LINE__, "", "h/a-1 fail x\nh/a-2 crash x\n", false,
	 "# heading\n\ncrash   h/a-*  -- x\n"},
	{__LINE__, "", "h/a fail x\nh/b timeout x\nk/c pass\n", false,
	 "# heading\n\ntimeout h/*  -- x\n"},
	{__LINE__, "", "h/a_1 fail x\nh/a_2 fail x\nh/b fail y\n", false,
	 "# heading\n\nfail    h/a_*  -- x\nfail    h/b  -- y\n"},
	{__LINE__, "", "h/a-1 fail x\nh/a-2 fail x\nh/a-3 absent\n", false,
	 "# heading\n\nfail    h/a-*  -- x\n"},
	/* otherwise one line for each case */
	{__LINE__, "", "h/a-1 fail x\nh/a-2 crash x\nh/a-3 pass\n", false,
	 "# heading\n\nfail    h/a-1  -- x\ncrash   h/a-2  -- x\n"},
	{__LINE__, "", "h/a-1 fail x\nh/a-2 fail x\nh/a-3 unknown\n", false,
	 "# heading\n\nfail    h/a-1  -- x\nfail    h/a-2  -- x\n"},
	{__LINE__, "", "h/a-1 fail x\nh/a-2 fail x\nh/a-3 fail\n", false,
	 "# heading\n\nfail    h/a-1  -- x\nfail    h/a-2  -- x\n"},
	{__LINE__, "", "h/a-1 fail x\nh/a-2 fail x\nk/a-1 fail x\n", false,
	 "# heading\n\nfail    h/a-*  -- x\nfail    k/a-1  -- x\n"},
	{__LINE__, "", "h/long fail x\nh/longer fail x\nh/other pass\n", false,
	 "# heading\n\nfail    h/long  -- x\nfail    h/longer  -- x\n"},
	/* the lines of a cause stand together */
	{__LINE__, "", "h/a-1 fail x\nh/b fail y\nh/c fail x\nk/a fail x\nk/b fail y\n", false,
	 "# heading\n\nfail    h/a-1  -- x\nfail    h/c  -- x\nfail    k/a  -- x\n"
	 "fail    h/b  -- y\nfail    k/b  -- y\n"},
	/* a case that another list excuses, or that fails only at another level, gets no line */
	{__LINE__, "", "h/a fail\nh/b detail\n", false, "# heading\n\n"},
	/* reasons */
	{__LINE__, "", "h/a fail bell \a, bad \xff, tab\tand a\rreturn\n", false,
	 "# heading\n\nfail    h/a  -- bell \\x07, bad \\xff, tab\tand a\\x0dreturn\n"},
	{__LINE__, "",
	 "h/a fail 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 "
	 "0123456789 0123456\xc3\xa9 0\n", false,
	 "# heading\n\nfail    h/a  -- 0123456789 0123456789 0123456789 0123456789 0123456789 "
	 "0123456789 0123456789 0123456789 0123456\xc3\xa9 0\n"},
	{__LINE__, "",
	 "h/a fail 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 "
	 "0123456789 01234567 89\xc3\xa9 0\n", false,
	 "# heading\n\nfail    h/a  -- 0123456789 0123456789 0123456789 0123456789 0123456789 "
	 "0123456789 0123456789 0123456789 01234567 89 ...\n"},
	/* lines that still hold stay unchanged in their place; new lines follow */
	{__LINE__, "# mine\n\n  fail\th/a   until=2030-01-01 -- why\n# about b\nfail h/b -- y\n",
	 "h/a fail x\nh/b detail x\nh/c fail z\n", false,
	 "# mine\n\n  fail\th/a   until=2030-01-01 -- why\n# about b\nfail h/b -- y\n"
	 "fail    h/c  -- z\n"},
	/* the line of a case that passes is deleted, with its comment and the next blank line */
	{__LINE__, "# mine\n\n# about a\nfail h/a -- x\n\n# about b\nfail h/b -- y\n",
	 "h/a pass\nh/b fail y\n", false, "# mine\n\n# about b\nfail h/b -- y\n"},
	{__LINE__, "# mine\nfail h/a -- x\n# two\nfail h/b -- y\nfail h/c -- z\n",
	 "h/a pass\nh/b pass\nh/c fail z\n", false, "# mine\n# two\nfail h/c -- z\n"},
	{__LINE__, "fail h/* -- x\n", "h/a pass\nh/b pass\nh/c absent\n", false, ""},
	/* the line of a case that did not run stays */
	{__LINE__, "fail h/a -- x\nfail h/b -- y\nskip h/c -- z\n",
	 "h/a unknown\nh/b absent\nh/c unknown\n", false,
	 "fail h/a -- x\nfail h/b -- y\nskip h/c -- z\n"},
	{__LINE__, "fail h/* -- x\n", "h/a unknown\nh/b fail\n", false, "fail h/* -- x\n"},
	{__LINE__, "skip h/a -- z\n", "h/a fail x\n", false, "skip h/a -- z\n"},
	{__LINE__, "fail h/a if py<3 -- x\n", "h/a pass\n", false, "fail h/a if py<3 -- x\n"},
	{__LINE__, "fail h/a if py<3 -- x\n", "h/a fail y\n", false,
	 "fail h/a if py<3 -- x\nfail    h/a  -- y\n"},
	/* if some cases of a glob pass, narrower lines replace it in its place */
	{__LINE__, "fail h/* if py>=3 until=2030-01-01 -- x\ncrash k/a -- y\n",
	 "h/a pass\nh/b-1 fail\nh/b-2 fail\nh/c unknown\nk/a crash\n", false,
	 "fail    h/b-1  if py>=3  until=2030-01-01  -- x\n"
	 "fail    h/b-2  if py>=3  until=2030-01-01  -- x\n"
	 "fail    h/c  if py>=3  until=2030-01-01  -- x\ncrash k/a -- y\n"},
	{__LINE__, "fail h/* -- x\n", "h/a pass\nh/b-1 fail\nh/b-2 fail\n", false,
	 "fail    h/b-*  -- x\n"},
	{__LINE__, "fail */long -- x\n", "h/long pass\nk/long fail\nl/long absent\n", false,
	 "fail    k/long  -- x\n"},
	/* a case that fails in a worse way than its line says */
	{__LINE__, "detail h/a  if py>=3 -- x\n", "h/a crash y\n", false,
	 "crash h/a  if py>=3 -- x\n"},
	{__LINE__, "detail h/* -- x\n", "h/a crash y\nh/b detail\nh/c fail y\n", false,
	 "crash   h/a  -- y\nfail    h/c  -- y\ndetail h/* -- x\n"},
	{__LINE__, "detail h/* -- x\n", "h/a-1 crash y\nh/a-2 crash y\n", false,
	 "crash   h/a-*  -- y\n"},
	{__LINE__, "detail h/* -- x\nfail h/a -- z\n", "h/a crash y\nh/b detail\n", false,
	 "crash   h/a  -- y\ndetail h/* -- x\n"},
	/* the first line that matches a case counts */
	{__LINE__, "fail h/a -- x\nfail h/* -- y\n", "h/a fail\nh/b pass\n", false,
	 "fail h/a -- x\n"},
	/* a line past its day: replaced or deleted */
	{__LINE__, "fail h/a until=2025-01-01 -- x\n", "h/a fail y\n", false,
	 "fail    h/a  -- x\n"},
	{__LINE__, "fail h/a until=2025-01-01 -- x\n", "h/a pass\n", false, ""},
	{__LINE__, "fail h/a until=2025-01-01 -- x\n", "h/a unknown\n", false,
	 "fail h/a until=2025-01-01 -- x\n"},
	{__LINE__, "fail h/a until=2025-01-01 -- x\nfail h/a -- y\n", "h/a fail\n", false,
	 "fail h/a -- y\n"},
	{__LINE__, "fail h/* until=2025-01-01 -- x\n", "h/a fail y\nh/b pass\nh/c fail z\n", false,
	 "fail    h/a  -- x\nfail    h/c  -- x\n"},
	/* an interrupted run deletes nothing */
	{__LINE__, "# a\nfail h/a -- x\nfail h/* -- z\nfail k/a until=2025-01-01 -- w\n",
	 "h/a pass\nh/b pass\nh/c unknown\nk/a pass\nk/b fail y\n", true,
	 "# a\nfail h/a -- x\nfail h/* -- z\nfail k/a until=2025-01-01 -- w\nfail    k/b  -- y\n"},
};

static struct excuse_case
read_case(struct arena *a, const char *line)
{
	static const char *const words[] = {"detail", "fail", "timeout", "crash"};
	size_t id = strcspn(line, " "), fate = strcspn(line + id + 1, " ");
	const char *word = arena_strndup(a, line + id + 1, fate), *cause = line + id + 1 + fate;
	struct excuse_case c = {.id = arena_strndup(a, line, id), .fate = EXCUSE_FAILED,
				.cause = *cause ? cause + 1 : NULL};

	if (!strcmp(word, "pass"))
		c.fate = EXCUSE_PASSED;
	else if (!strcmp(word, "absent"))
		c.fate = EXCUSE_ABSENT;
	else if (!strcmp(word, "unknown"))
		c.fate = EXCUSE_UNKNOWN;
	for (size_t i = 0; i < LENGTH(words); i++)
		if (!strcmp(word, words[i]))
			c.kind = (enum known_kind)i;
	return c;
}

static struct fact py[] = {{"py", "3.9"}};
static const struct facts facts = {py, 1};

/* check that the new list excuses each failing case and matches no passing one */
static void
check_green(int line, struct arena *a, const char *list, const struct excuse_input *in)
{
	struct errors e = {0};
	struct known k;

	row_check(__FILE__, line, !known_parse(a, &k, "new", list, strlen(list), &e),
		  buf_str(&e.text));
	known_expire(&k, "2026-01-01");
	for (size_t i = 0; i < in->n; i++) {
		const struct excuse_case *c = &in->cases[i];
		const struct known_line *l = known_find(&k, c->id, &facts);

		if (c->fate == EXCUSE_FAILED && c->cause)
			row_check(__FILE__, line, l && l->kind >= c->kind, c->id);
		if (c->fate == EXCUSE_PASSED && !in->partial)
			row_check(__FILE__, line, !l, c->id);
	}
	errors_free(&e);
}

static void
test_rows(void)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena a = {0};
		struct errors e = {0};
		struct buf out = {0};
		struct known old = {0};
		struct excuse_case cases[CASES_MAX];
		struct excuse_counts counts;
		struct excuse_input in = {
			.bytes = rows[i].old, .len = strlen(rows[i].old), .old = &old,
			.facts = &facts, .cases = cases, .partial = rows[i].partial,
			.heading = "# heading\n\n",
		};
		char **lines = text_lines(&a, rows[i].cases, strlen(rows[i].cases), &in.n);

		for (size_t k = 0; k < in.n; k++)
			cases[k] = read_case(&a, lines[k]);
		known_parse(&a, &old, "old", in.bytes, in.len, &e);
		row_text(__FILE__, rows[i].line, buf_str(&e.text), "");
		known_expire(&old, "2026-01-01");
		excuse_write(&a, &out, &in, &counts);
		row_text(__FILE__, rows[i].line, buf_str(&out), rows[i].want);
		check_green(rows[i].line, &a, buf_str(&out), &in);
		buf_free(&out);
		errors_free(&e);
		arena_free(&a);
	}
}

void
unit_excuse(void)
{
	static const struct row_test tests[] = {{"rows", test_rows}};

	rows_suite("excuse", tests, LENGTH(tests));
}
