/* Tests what is made of several reports: the HTML page, the Markdown. */
#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/version.h"
#include "report/grid.h"
#include "report/page.h"
#include "report/promises.h"
#include "report/rep_html.h"
#include "report/report.h"
#include "rows.h"
#include "sample_docs.h"
#include "units.h"

/* what the page's script gets for two reports, or for one if second is NULL; both are taken */
static json_t *
data_of(struct arena *a, json_t *first, json_t *second, const struct sources *sources)
{
	struct promises rules;
	struct doc docs[2];
	struct buf b = {0};
	struct grid g;
	json_t *data;

	sample_doc(a, &docs[0], first);
	if (second)
		sample_doc(a, &docs[1], second);
	grid_make(a, &g, docs, second ? 2 : 1);
	promises_make(a, &rules, sources, &g);
	page_data(a, &b, &g, &rules);
	data = json_loadb(buf_str(&b), b.len, 0, NULL);
	CU_ASSERT_PTR_NOT_NULL(data);
	for (size_t k = 0; k < g.n; k++)
		doc_free(&docs[k]);
	buf_free(&b);
	return data;
}

static void
make(struct arena *a, struct buf *b, json_t *first, json_t *second)
{
	struct doc docs[2];

	sample_doc(a, &docs[0], first);
	if (second)
		sample_doc(a, &docs[1], second);
	html_page(a, b, docs, second ? 2 : 1, NULL);
	doc_free(&docs[0]);
	if (second)
		doc_free(&docs[1]);
}

static void
test_tables(void)
{
	static const char *const has[] = {
		"<!DOCTYPE html>",
		"<tr class=\"all\"><th scope=\"row\">all areas</th>",
		"<th scope=\"row\"><a href=\"#view=cases&amp;area=link\">link</a></th>",
		/* link: undefined fails, wording is tolerated, newer is skipped */
		("<td class=\"bad\"><a href=\"#view=cases&amp;area=link&amp;loader=1\">"
		"<b>50&#160;%</b><small>1 of 2</small>"),
		"<b>skipped</b><small>2 of 2</small>",
		"<span class=\"mark bad\">1 unexpected</span>",
		"<span class=\"mark known\">1 known</span>",
		"<td class=\"bad\"><b>failed</b>: 7 unexpected</td>",
		"<td>python3 -X &#39;a &amp; b&#39; &lt;c&gt;</td>",
		"<caption>",
	};
	struct arena a = {0};
	struct buf b = {0};

	make(&a, &b, sample_document(SAMPLE_ALL), NULL);
	for (size_t i = 0; i < LENGTH(has); i++)
		row_contains(__FILE__, __LINE__, buf_str(&b), has[i]);
	CU_ASSERT_EQUAL(row_count(buf_str(&b), "{{"), 0);
	/* nothing comes from elsewhere */
	CU_ASSERT_EQUAL(row_count(buf_str(&b), " src="), 0);
	CU_ASSERT_EQUAL(row_count(buf_str(&b), "<link"), 0);
	CU_ASSERT_EQUAL(row_count(buf_str(&b), "url("), 0);
	buf_free(&b);
	arena_free(&a);
}

/* the head says which suite the reports are of, if it is one */
static void
test_head(void)
{
	json_t *one = sample_many(1, 0), *other = sample_many(1, 1);
	struct arena a = {0};
	struct buf b = {0};

	make(&a, &b, sample_many(1, 0), NULL);
	row_contains(__FILE__, __LINE__, buf_str(&b),
		     "<p>1 loader, 1 case in 1 area. Suite " SUITE_VERSION ", revision ");
	buf_clear(&b);
	sample_set(other, NULL, "revision", "\"fedcba987654\"");
	make(&a, &b, one, other);
	row_contains(__FILE__, __LINE__, buf_str(&b),
		     "<p>2 loaders, 1 case in 1 area. The reports are of different suites: ");
	buf_free(&b);
	arena_free(&a);
}

/* what loaders, lists and cases say is never markup, neither in the tables nor in the data */
static void
test_hostile(void)
{
	struct arena a = {0};
	struct buf b = {0};
	json_t *data;
	size_t found = 0, i;
	json_t *line;

	make(&a, &b, sample_hostile(), sample_document(SAMPLE_NONE));
	CU_ASSERT_EQUAL(row_count(buf_str(&b), sample_hostile_markup), 0);
	CU_ASSERT_EQUAL(row_count(buf_str(&b), "</script"), 2);
	CU_ASSERT_EQUAL(row_count(buf_str(&b), "<script"), 2);
	data = data_of(&a, sample_hostile(), NULL, NULL);
	json_array_foreach(json_object_get(data, "lines"), i, line)
		found += !strcmp(json_string_value(line), sample_hostile_shown);
	CU_ASSERT_EQUAL(found, 1);
	for (size_t k = 0; k < b.len; k++) {
		unsigned char c = (unsigned char)b.p[k];

		if ((c < ' ' && c != '\n' && c != '\t') || c == 0x7f || c >= 0xf8)
			UNIT_CHECK(false, "byte %d at %zu", c, k);
	}
	json_decref(data);
	buf_free(&b);
	arena_free(&a);
}

/* each result comes back out of the dictionaries */
static void
test_data(void)
{
	struct arena a = {0};
	json_t *data, *loader, *diff;

	data = data_of(&a, sample_document(SAMPLE_ALL), sample_document(SAMPLE_GOOD), NULL);
	loader = json_array_get(json_object_get(data, "loaders"), 0);
	row_text(__FILE__, __LINE__, json_string_value(json_object_get(loader, "outcomes")),
		 "PDCXTKLSSSFDPB");
	loader = json_array_get(json_object_get(data, "loaders"), 1);
	row_text(__FILE__, __LINE__, json_string_value(json_object_get(loader, "outcomes")),
		 "P....K.SSS.DP.");
	row_text(__FILE__, __LINE__, json_string_value(json_object_get(loader, "name")),
		 "cpython-3.11.2, python3, 2");
	/* adapter/echo did the same under both */
	CU_ASSERT_EQUAL(json_integer_value(json_array_get(json_object_get(loader, "got"), 0)), -1);
	/* "-! ImportError": the sign is in the number */
	loader = json_array_get(json_object_get(data, "loaders"), 0);
	diff = json_array_get(json_array_get(json_object_get(loader, "more"), 0), 4);
	diff = json_array_get(json_object_get(data, "diffs"), (size_t)json_integer_value(diff));
	CU_ASSERT_EQUAL(json_integer_value(json_array_get(diff, 0)) % 4, 3);
	CU_ASSERT_EQUAL(json_integer_value(json_array_get(diff, 1)) % 4, 1);
	CU_ASSERT_EQUAL(json_integer_value(json_array_get(diff, 2)) % 4, 2);
	json_decref(data);
	arena_free(&a);
}

/* rules stand in a table without script, and in the data with their cases */
static void
test_rules(void)
{
	static const char *const has[] = {
		("<a href=\"#view=rules&amp;q=s%23\">the list &lt;/script&gt;&lt;img src=x&gt;"
		"</a></th><td>3</td><td>1</td><td>1</td><td>0</td><td>1</td></tr>"),
		"<td>1</td><td>0</td><td>0</td><td>1</td><td>0</td></tr>",
		"all sources</a></th><td>4</td><td>1</td><td>1</td><td>1</td><td>1</td></tr>",
	};
	struct arena a = {0};
	struct buf b = {0};
	struct doc d;

	sample_doc(&a, &d, sample_with_rules(sample_document(SAMPLE_ALL)));
	html_page(&a, &b, &d, 1, sample_sources(&a));
	for (size_t i = 0; i < LENGTH(has); i++)
		row_contains(__FILE__, __LINE__, buf_str(&b), has[i]);
	CU_ASSERT_EQUAL(row_count(buf_str(&b), sample_hostile_markup), 0);
	CU_ASSERT_EQUAL(row_count(buf_str(&b), "</script"), 2);
	CU_ASSERT_EQUAL(row_count(buf_str(&b), "id=\"rules\""), 1);
	buf_clear(&b);
	html_page(&a, &b, &d, 1, NULL);
	CU_ASSERT_EQUAL(row_count(buf_str(&b), "id=\"rules\""), 0);
	doc_free(&d);
	buf_free(&b);
	arena_free(&a);
}

static void
test_rules_data(void)
{
	static const char want[] =
		"[\"s#shown\",\"https://example.org/s/?a&b#x\",\"is <b>shown</b>\",\"covered\","
		"\"\",[0,10]]";
	struct arena a = {0};
	json_t *data = data_of(&a, sample_with_rules(sample_document(SAMPLE_ALL)), NULL,
			       sample_sources(&a));
	json_t *rules = json_object_get(data, "rules");
	char *text = json_dumps(json_array_get(rules, 0), JSON_COMPACT);

	row_text(__FILE__, __LINE__, text, want);
	free(text);
	text = json_dumps(json_array_get(rules, 3), JSON_COMPACT);
	row_says(__FILE__, __LINE__, text, "\"cannot be\",\"not testable\",\"x\",[]]");
	free(text);
	json_decref(data);
	arena_free(&a);
}

/* a loader that writes without end makes no page without end */
static void
test_bounded(void)
{
	const size_t size = 1 << 20;
	json_t *document = sample_document(SAMPLE_ALL);
	json_t *result = json_array_get(json_object_get(document, "results"), 0);
	char *text = xmalloc(size + 1);
	struct arena a = {0};
	struct buf small = {0}, big = {0};

	make(&a, &small, json_deep_copy(document), NULL);
	memset(text, 'x', size);
	text[size] = '\0';
	json_object_set_new(result, "got", json_string(text));
	for (size_t i = 0; i < size; i += 2)
		text[i] = '\n';
	json_object_set_new(result, "log", json_string(text));
	make(&a, &big, document, NULL);
	CU_ASSERT_TRUE(big.len < small.len + 4096);
	buf_free(&small);
	buf_free(&big);
	free(text);
	arena_free(&a);
}

static void
test_md(void)
{
	static const char *const has[] = {
		"### dynload-cts: 14 cases, 2 loaders\n",
		"| cpython\\-3.11.2, python3, 1 | **failed** | 3 of 11 | 3 | 1 | 7 |\n",
		"| cpython\\-3.11.2, python3, 2 | as expected | 3 of 4 | 3 | 1 | 0 |\n",
		"| link | 50 % (1 of 2) | 100 % (1 of 1) |\n",
		"All is right, or skipped, in 2 areas of 6.\n",
		"| 2 | missing \\! ImportError | detail/strict |\n",
		"| 1 | passes, though known: &#60;b\\> &#38; \"c\" | init/fixed |\n",
	};
	struct arena a = {0};
	struct buf b = {0};
	struct doc docs[2];

	sample_doc(&a, &docs[0], sample_document(SAMPLE_ALL));
	sample_doc(&a, &docs[1], sample_document(SAMPLE_GOOD));
	md_page(&a, &b, docs, 2);
	for (size_t i = 0; i < LENGTH(has); i++)
		row_contains(__FILE__, __LINE__, buf_str(&b), has[i]);
	buf_clear(&b);
	md_text(&b, "a|b @c #1 [x](y) <i> `z` *s*\n_");
	row_text(__FILE__, __LINE__, buf_str(&b), "a\\|b &#64;c \\#1 \\[x\\]\\(y\\) &#60;i\\> "
		 "\\`z\\` \\*s\\*\\\\x0a\\_");
	doc_free(&docs[0]);
	doc_free(&docs[1]);
	buf_free(&b);
	arena_free(&a);
}

/* a report with one fault each */
static void
test_refuses(void)
{
	static const struct {
		const char *id, *key, *value, *says;
	} t[] = {
		{NULL, "schema", "1", "its schema is 1, this program reads 2"},
		{NULL, "schema", "null", "of an older version"},
		{NULL, "results", "{}", "'results': expected an array"},
		{NULL, "counts", "{}", "'pass': expected a number"},
		{NULL, "complete", "1", "'complete': expected true or false"},
		{NULL, "target", "[]", "'name': expected a string"},
		{"link/newer", "outcome", "\"GOOD\"", "'outcome': expected an outcome"},
		{"link/newer", "mutants", "[1]", "'mutants': expected an array of strings"},
		{"link/newer", "line", "-1", "'line': expected a number"},
		{"link/newer", "known", "{}", "'file': expected a string"},
		{"link/newer", "id", "\"x\"", "'id': expected AREA/NAME"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		json_t *document = sample_document(SAMPLE_ALL);
		struct arena a = {0};
		struct doc d;

		sample_set(document, t[i].id, t[i].key, t[i].value);
		row_says(__FILE__, __LINE__, doc_take(&a, &d, document), t[i].says);
		doc_free(&d);
		arena_free(&a);
	}
}

void
unit_html(void)
{
	static const struct row_test tests[] = {
		{"tables without script", test_tables},
		{"head", test_head},
		{"hostile text", test_hostile},
		{"data for the script", test_data},
		{"rules", test_rules},
		{"rules for the script", test_rules_data},
		{"endless text", test_bounded},
		{"markdown", test_md},
		{"a document that is no report", test_refuses},
	};

	rows_suite("html", tests, LENGTH(tests));
}
