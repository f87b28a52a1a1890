/* The verbs that make something of reports, with reports of real runs. */
#include <CUnit/CUnit.h>
#include <string.h>

#include "base/util.h"
#include "cli_support.h"
#include "rows.h"
#include "units.h"

/* a suite of three cases; runs write old.json, and new.json after `now` was changed */
static void
two_runs(struct cli *c, const char *options)
{
	static const char good[] = "> import good\n= <module \"good\">\n";

	cli_import(c, "a/one", "good");
	cli_case(c, "a/two", "", "import good\n", good);
	cli_case(c, "b/skipped", "requires: py>=9\n", "import good\n", good);
	cli_run(c, "%s %s -q -o json:%s/old.json", cli_fake(c), options, c->root);
	cli_case(c, "a/two", "", "import good\n", "> import good\n! ImportError\n");
	cli_run(c, "%s %s -q -o json:%s/new.json", cli_fake(c), options, c->root);
}

static void
says(const struct cli_ran *r, int code, const char *part)
{
	UNIT_CHECK(r->exit_code == code, "exit %d, not %d: %s", r->exit_code, code, r->text);
	row_contains(__FILE__, __LINE__, r->text, part);
}

static void
test_diff(void)
{
	struct cli_ran r;
	struct cli c;

	cli_open(&c);
	two_runs(&c, "");
	r = cli_run(&c, "diff %s/old.json %s/new.json", c.root, c.root);
	says(&r, 1, "\nbroke: 1\n     1  missing ! ImportError");
	row_contains(__FILE__, __LINE__, r.text, "1 broke, 0 mended, 2 as before\n");
	r = cli_run(&c, "diff -o md %s/new.json %s/old.json", c.root, c.root);
	says(&r, 0, "<details><summary>mended: 1</summary>");
	r = cli_run(&c, "diff %s/old.json %s/nosuch.json", c.root, c.root);
	says(&r, 2, "nosuch.json");
	r = cli_run(&c, "diff %s/old.json", c.root);
	says(&r, 2, "diff: expected two reports of -o json, got 1");
	r = cli_run(&c, "diff -o junit %s/old.json %s/new.json", c.root, c.root);
	says(&r, 2, "diff: expected the format console or md, got 'junit'");
	r = cli_run(&c, "diff %s/a/one.case %s/old.json", c.root, c.root);
	says(&r, 2, "cannot read the report");
	cli_close(&c);
}

static void
test_verify(void)
{
	struct cli_ran r;
	struct cli c;

	cli_open(&c);
	two_runs(&c, "--known my.known");
	cli_write(&c, "my.known", "fail a/two -- a bug\n");
	r = cli_run(&c, "%s -q --known %s/my.known -o json:%s/known.json", cli_fake(&c), c.root,
		    c.root);
	r = cli_run(&c, "verify %s/known.json", c.root);
	says(&r, 0, "SOUND: ");
	row_contains(__FILE__, __LINE__, r.text, "3 of 3 cases; 1 right, 1 skipped, 1 known, 0 un");
	cli_write(&c, "my.known", "fail a/other -- a bug\n");
	r = cli_run(&c, "verify %s/known.json", c.root);
	says(&r, 1, "my.known:1 does not name it\nUNSOUND: ");
	cli_write(&c, "my.known", "# nothing is known\n");
	cli_case(&c, "a/two", "", "import good\n", "> import good\n! OSError\n");
	r = cli_run(&c, "verify %s/known.json", c.root);
	says(&r, 1, "it is of another suite: version ");
	cli_write(&c, "none.json", "{}\n");
	r = cli_run(&c, "verify %s/none.json", c.root);
	says(&r, 2, "it is no report of -o json");
	cli_write(&c, "none.json", "{\n]");
	r = cli_run(&c, "verify %s/none.json", c.root);
	says(&r, 2, "none.json:2: it is no JSON");
	r = cli_run(&c, "verify --loader x %s/none.json", c.root);
	says(&r, 2, "verify: it reads reports, and takes no loader");
	cli_close(&c);
}

static const char *
file(struct cli *c, const char *name)
{
	struct buf b = {0};
	const char *text;

	if (file_read(arena_printf(&c->mem, "%s/%s", c->root, name), &b))
		UNIT_CHECK(false, "there is no %s", name);
	text = arena_strdup(&c->mem, buf_str(&b));
	buf_free(&b);
	return text;
}

/* a page of a run with several loaders is one file, and so is one that is made later */
static void
test_pages(void)
{
	static const char heads[] = "<th scope=\"col\"><span>";
	struct cli_ran r;
	struct cli c;
	const char *at;

	cli_open(&c);
	two_runs(&c, "");
	r = cli_run(&c, "%s %s -q -o html:%s/run.html -o md:%s/run.md", cli_fake(&c), cli_fake(&c),
		    c.root, c.root);
	CU_ASSERT_EQUAL(r.exit_code, 1);
	at = strstr(file(&c, "run.html"), heads);
	CU_ASSERT_TRUE(at && strstr(at + 1, heads));
	row_contains(__FILE__, __LINE__, file(&c, "run.md"), "3 cases, 2 loaders");
	r = cli_run(&c, "report -o html:%s/later.html -o md %s/old.json %s/new.json", c.root,
		    c.root, c.root);
	says(&r, 0, "### dynload-cts: 3 cases, 2 loaders\n");
	at = strstr(file(&c, "later.html"), heads);
	CU_ASSERT_TRUE(at && strstr(at + 1, heads));
	r = cli_run(&c, "report -o svg:%s/all.svg %s/old.json %s/new.json", c.root, c.root, c.root);
	says(&r, 0, "");
	row_contains(__FILE__, __LINE__, file(&c, "all.svg"), ": 3 cases, 2 loaders</title>");
	r = cli_run(&c, "%s %s -q -o html", cli_fake(&c), cli_fake(&c));
	says(&r, 2, "-o html: expected html:FILE with several --loader");
	r = cli_run(&c, "report -o md:%s/nosuch/x %s/old.json", c.root, c.root);
	CU_ASSERT_EQUAL(r.exit_code, 2);
	r = cli_run(&c, "report");
	says(&r, 2, "report: expected one report or more of -o json, got 0");
	r = cli_run(&c, "badge %s/new.json", c.root);
	says(&r, 0, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
	r = cli_run(&c, "badge -o json %s/new.json", c.root);
	says(&r, 0, "1 of 2 unexpected\"");
	cli_close(&c);
}

void
unit_cli_compare(void)
{
	static const struct row_test tests[] = {
		{"diff", test_diff},
		{"verify", test_verify},
		{"report and badge", test_pages},
	};

	rows_suite("cli-compare", tests, LENGTH(tests));
}
