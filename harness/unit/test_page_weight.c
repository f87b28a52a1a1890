/* The weight of the page for as many cases and loaders as it promises, and how soon it shows. */
#include <stdio.h>
#include <string.h>

#include "base/util.h"
#include "big_docs.h"
#include "browser.h"
#include "report/rep_html.h"
#include "rows.h"
#include "run/suite.h"
#include "sample_docs.h"
#include "tree.h"
#include "units.h"

enum { PAGE_MAX = 1500 * 1000, CASES = 1500, LOADERS = 20, TIMES = 3 };

/* writes PAGE of the tree, and gives its weight */
static size_t
write_big(struct tree *t, const char *page)
{
	struct errors errors = {0};
	struct doc docs[LOADERS];
	struct arena a = {0};
	struct buf b = {0};
	struct suite s = {0};
	size_t size;

	if (suite_load(&a, &s, t->root, &errors))
		errors_die(&errors);
	for (size_t k = 0; k < LOADERS; k++)
		sample_doc(&a, &docs[k], big_document(&a, &s, CASES, k));
	html_page(&a, &b, docs, LOADERS, s.sources);
	tree_write(t, page, buf_str(&b));
	size = b.len;
	for (size_t k = 0; k < LOADERS; k++)
		doc_free(&docs[k]);
	suite_free(&s);
	buf_free(&b);
	arena_free(&a);
	return size;
}

static void
write_small(struct tree *t, const char *page)
{
	struct arena a = {0};
	struct buf b = {0};
	struct doc doc;

	sample_doc(&a, &doc, sample_document(SAMPLE_ALL));
	html_page(&a, &b, &doc, 1, NULL);
	tree_write(t, page, buf_str(&b));
	doc_free(&doc);
	buf_free(&b);
	arena_free(&a);
}

/* the shortest time in ms from the link to the rows */
static double
shown_in(struct tree *t, struct browser *b, const char *page)
{
	double best = 0;

	for (int i = 0; i < TIMES; i++) {
		double ms = browser_load(b, arena_printf(&t->mem, "%s/%s", t->dir, page));

		best = !i || ms < best ? ms : best;
	}
	return best;
}

/* how long it takes depends on the machine: it is told beside a page with almost nothing */
static void
test_weight(void)
{
	struct tree tree;
	struct browser b;
	size_t size;

	tree_open(&tree);
	size = write_big(&tree, "big.html");
	UNIT_CHECK(size < PAGE_MAX, "the page has %zu bytes", size);
	write_small(&tree, "small.html");
	if (browser_open(&b, arena_printf(&tree.mem, "%s/profile", tree.dir))) {
		double small = shown_in(&tree, &b, "small.html");
		double overview = shown_in(&tree, &b, "big.html");
		double cases = shown_in(&tree, &b, "big.html#view=cases");

		CU_ASSERT_EQUAL(browser_number(&b, "Number(document.querySelector("
					       "'[role=status]').textContent.split(' ')[0])"),
				CASES);
		fprintf(stderr, "\nmeasured: %d cases of %d loaders: %.0f kB; shown in %.0f ms, "
			"its cases in %.0f ms; a small page in %.0f ms (%.1f and %.1f times)\n",
			CASES, LOADERS, (double)size / 1000, overview, cases, small,
			overview / small, cases / small);
		row_text(__FILE__, __LINE__, buf_str(&b.said), "");
		browser_close(&b);
	}
	tree_close(&tree);
}

void
unit_page_weight(void)
{
	static const struct row_test tests[] = {{"1500 cases of 20 loaders", test_weight}};

	rows_suite("page-weight", tests, LENGTH(tests));
}
