/* Prints the HTML page with headless Chromium: what a view has is on paper, whole, in words. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "browser.h"
#include "rows.h"
#include "sample_docs.h"
#include "tree.h"
#include "units.h"

enum { LOADERS = 20, CASES = 150 };

/* $1 folder with pdf.base64 */
static const char script[] =
	"base64 -d \"$1/pdf.base64\" >\"$1/pdf\" || exit 1\n"
	"command -v pdftotext >/dev/null || exit 127\n"
	"pdftotext \"$1/pdf\" -\n";

/* lines are broken where the paper ends */
static const char *
without_blanks(struct arena *a, const char *text)
{
	char *s = arena_strdup(a, text), *to = s;

	for (const char *c = s; *c; c++) {
		if (!isspace((unsigned char)*c))
			*to++ = *c;
	}
	*to = '\0';
	return s;
}

/* the words on paper, without blanks; NULL if there is no program that tells them */
static const char *
paper(struct tree *t, struct browser *b, const char *page)
{
	json_t *result;
	struct output o;

	browser_load(b, arena_printf(&t->mem, "%s/%s", t->dir, page));
	result = browser_call(b, "Page.printToPDF", json_pack("{s:b}", "preferCSSPageSize", 1));
	tree_write(t, "pdf.base64", json_string_value(json_object_get(result, "data")));
	json_decref(result);
	o = tree_run(t, (const char *[]){"sh", "-c", script, "-", t->dir, NULL});
	if (o.status == 127) {
		fputs("\nskipped: the words on paper: pdftotext is not installed\n", stderr);
		return NULL;
	}
	UNIT_CHECK(!o.status, "%s: status %d: %.200s", page, o.status, o.text);
	return without_blanks(&t->mem, o.text);
}

/* more rows than are made at once, and more loaders than a screen has room for */
static void
check_all_rows(struct tree *t, struct browser *b)
{
	json_t *documents[LOADERS];
	const char *text;

	for (size_t k = 0; k < LOADERS; k++)
		documents[k] = sample_many(CASES, k);
	sample_page(t, "many.html", documents, LOADERS);
	text = paper(t, b, "many.html#view=cases");
	/* the rows stay when they were printed */
	CU_ASSERT_EQUAL(browser_number(b, "document.querySelectorAll('#view tbody tr').length"),
			CASES);
	UNIT_CHECK(!text || row_count(text, "pass") >= (size_t)LOADERS * CASES,
		   "%zu of %d outcomes are on paper", text ? row_count(text, "pass") : 0,
		   LOADERS * CASES);
	for (int i = 0; text && i < CASES; i++) {
		char id[64];

		snprintf(id, sizeof(id), "area-%d/case-%d", i / 50, i);
		UNIT_CHECK(strstr(text, id), "%s is not on paper", id);
	}
	text = paper(t, b, "many.html");
	/* of all areas, and of each */
	UNIT_CHECK(!text || (row_count(text, "100%") == 4 * LOADERS &&
			     row_count(text, "50of50") == 3 * LOADERS),
		   "the matrix is cut: %zu cells", text ? row_count(text, "100%") : 0);
}

static void
check_views(struct tree *t, struct browser *b)
{
	static const struct {
		const char *page, *has;
	} views[] = {
		{"page.html", "1unexpected"},
		{"page.html#case=link/undefined", "FAIL"},
		{"page.html#case=link/undefined", "-!ImportError"},
		{"page.html#case=link/undefined", "whattheloaderdid"},
		{"page.html#case=init/moody", "attempt3:pass"},
		{"page.html#view=causes", "link/undefined"},
		{"page.html#view=skipped", "Interpreterswithalockoftheirowncamewith3.12."},
		{"page.html#view=known", "https://example.org/bug#1"},
		{"page.html#view=rules", "s#shown(https://example.org/s/?a&b#x)"},
		{"page.html#view=rules", "nottestable"},
	};

	sample_page(t, "page.html", (json_t *[]){
		sample_with_rules(sample_document(SAMPLE_ALL)), sample_document(SAMPLE_GOOD)}, 2);
	for (size_t i = 0; i < LENGTH(views); i++) {
		const char *text = paper(t, b, views[i].page);

		UNIT_CHECK(!text || strstr(text, views[i].has), "%s on paper lacks %s: %.300s",
			   views[i].page, views[i].has, text);
	}
}

/* who reads on a dark screen has white paper */
static void
check_dark(struct tree *t, struct browser *b)
{
	json_t *color;

	json_decref(browser_call(b, "Emulation.setEmulatedMedia", json_pack(
		"{s:s, s:[{s:s, s:s}]}", "media", "print", "features", "name",
		"prefers-color-scheme", "value", "dark")));
	browser_load(b, arena_printf(&t->mem, "%s/page.html", t->dir));
	color = browser_eval(b, "getComputedStyle(document.body).color");
	row_text(__FILE__, __LINE__, json_string_value(color), "rgb(27, 31, 36)");
	json_decref(color);
}

static void
test_print(void)
{
	struct tree tree;
	struct browser b;

	tree_open(&tree);
	if (browser_open(&b, arena_printf(&tree.mem, "%s/profile", tree.dir))) {
		check_all_rows(&tree, &b);
		check_views(&tree, &b);
		check_dark(&tree, &b);
		row_text(__FILE__, __LINE__, buf_str(&b.said), "");
		browser_close(&b);
	}
	tree_close(&tree);
}

void
unit_print(void)
{
	static const struct row_test tests[] = {{"paper", test_print}};

	rows_suite("print", tests, LENGTH(tests));
}
