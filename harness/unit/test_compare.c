/* Tests what is said of reports: what changed between two, what one is worth, its badge. */
#include <CUnit/CUnit.h>
#include <jansson.h>
#include <string.h>

#include "base/util.h"
#include "format/version.h"
#include "report/delta.h"
#include "report/grid.h"
#include "report/rep_html.h"
#include "report/worth.h"
#include "docs.h"
#include "rows.h"
#include "sample_docs.h"
#include "units.h"

static struct doc_result
result(const char *word)
{
	static const struct {
		const char *word;
		struct doc_result r;
	} t[] = {
		{"pass", {.outcome = OUT_PASS}},
		{"detail", {.outcome = OUT_DETAIL}},
		{"wording", {.outcome = OUT_DETAIL, .unexpected = true, .cause = "w"}},
		{"skip", {.outcome = OUT_SKIP, .reason = "requires x"}},
		{"known", {.outcome = OUT_XFAIL, .reason = "a bug"}},
		{"fail", {.outcome = OUT_FAIL, .unexpected = true, .cause = "f"}},
		{"other", {.outcome = OUT_FAIL, .unexpected = true, .cause = "g"}},
		{"crash", {.outcome = OUT_CRASH, .unexpected = true, .cause = "f"}},
		{"fixed", {.outcome = OUT_XPASS, .unexpected = true, .cause = "x"}},
		{"broken", {.outcome = OUT_BROKEN, .unexpected = true, .reason = "cc"}},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		if (!strcmp(t[i].word, word))
			return t[i].r;
	}
	row_check(__FILE__, __LINE__, false, word);
	return t[0].r;
}

/* one case in two reports; an empty word: the report does not have it */
static void
test_kinds(void)
{
	static const struct {
		const char *old, *now;
		enum delta_kind kind; /* DELTA_COUNT: as before */
		const char *cause;
	} t[] = {
		{"pass", "pass", DELTA_COUNT, ""},      {"pass", "detail", DELTA_COUNT, ""},
		{"pass", "fail", DELTA_BROKE, "f"},     {"detail", "crash", DELTA_BROKE, "f"},
		{"known", "fail", DELTA_BROKE, "f"},    {"skip", "fail", DELTA_BROKE, "f"},
		{"known", "fixed", DELTA_BROKE, "x"},   {"pass", "broken", DELTA_BROKE, "cc"},
		{"pass", "wording", DELTA_BROKE, "w"},  {"", "fail", DELTA_BROKE, "f"},
		{"fail", "fail", DELTA_COUNT, ""},      {"fail", "other", DELTA_CHANGED, "g"},
		{"fail", "crash", DELTA_CHANGED, "f"},  {"fail", "pass", DELTA_MENDED, "f"},
		{"known", "pass", DELTA_MENDED, "a bug"},
		{"fixed", "pass", DELTA_MENDED, "x"},   {"fail", "known", DELTA_EXCUSED, "f"},
		{"fail", "skip", DELTA_EXCUSED, "f"},   {"pass", "known", DELTA_DEPARTS, "a bug"},
		{"known", "known", DELTA_COUNT, ""},    {"skip", "skip", DELTA_COUNT, ""},
		{"pass", "skip", DELTA_SKIPPED, "requires x"},
		{"known", "skip", DELTA_SKIPPED, "requires x"},
		{"skip", "pass", DELTA_RUNS, "requires x"},
		{"skip", "known", DELTA_RUNS, "requires x"},
		{"", "pass", DELTA_NEW, "pass"},        {"", "skip", DELTA_NEW, "requires x"},
		{"pass", "", DELTA_GONE, "pass"},       {"fail", "", DELTA_GONE, "fail"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct doc_result old, now;
		struct doc docs[2] = {{.complete = true, .level = "x", .hash = "h", .v = &old},
				      {.complete = true, .level = "x", .hash = "h", .v = &now}};
		struct arena a = {0};
		struct delta d;
		size_t sum = 0;

		old = result(*t[i].old ? t[i].old : "pass");
		now = result(*t[i].now ? t[i].now : "pass");
		old.id = now.id = "a/b";
		docs[0].n = *t[i].old ? 1 : 0;
		docs[1].n = *t[i].now ? 1 : 0;
		delta_make(&a, &d, &docs[0], &docs[1]);
		for (int k = 0; k < DELTA_COUNT; k++)
			sum += d.n[k];
		UNIT_CHECK(sum + d.same == 1, "%s to %s: counted once", t[i].old, t[i].now);
		if (t[i].kind == DELTA_COUNT) {
			UNIT_CHECK(d.same, "%s to %s changed", t[i].old, t[i].now);
		} else {
			UNIT_CHECK(d.n[t[i].kind], "%s to %s: kind", t[i].old, t[i].now);
			row_text(__FILE__, __LINE__,
				 d.n[t[i].kind] ? d.by[t[i].kind].v[0].cause : NULL, t[i].cause);
		}
		arena_free(&a);
	}
}

static void
test_delta_texts(void)
{
	static const char *const plain[] = {
		"new: cpython-3.11.2, python3 -X 'a & b' <c>, revision 0123456789ab+",
		"\nbroke: 7\n     2  missing ! ImportError\n        detail/strict link/undefined\n",
		"7 broke, 0 mended, 7 as before\n",
	};
	static const char *const md[] = {
		"7 broke, 0 mended, 7 as before\n",
		"<details open><summary>broke: 7</summary>\n\n| cases | cause | which |\n",
		"| 2 | missing \\! ImportError | detail/strict link/undefined |\n",
		"| 1 | passes, though known: &#60;b\\> &#38; \"c\" | init/fixed |\n",
	};
	json_t *old = sample_document(SAMPLE_ALL), *result;
	struct arena a = {0};
	struct buf b = {0};
	struct doc docs[2];
	struct delta d;
	size_t i;

	json_array_foreach(json_object_get(old, "results"), i, result) {
		if (json_is_true(json_object_get(result, "unexpected")))
			sample_set(old, json_string_value(json_object_get(result, "id")),
				   "outcome", "\"PASS\"");
		json_object_set_new(result, "unexpected", json_false());
	}
	sample_doc(&a, &docs[0], old);
	sample_doc(&a, &docs[1], sample_document(SAMPLE_ALL));
	delta_make(&a, &d, &docs[0], &docs[1]);
	CU_ASSERT_PTR_NULL(d.note);
	docs[1].hash = "fedcba9876543210";
	delta_make(&a, &d, &docs[0], &docs[1]);
	row_contains(__FILE__, __LINE__, d.note, "the suites differ: ");
	delta_text(&a, &b, &d, &docs[0], &docs[1]);
	for (i = 0; i < LENGTH(plain); i++)
		row_contains(__FILE__, __LINE__, buf_str(&b), plain[i]);
	buf_clear(&b);
	delta_md(&a, &b, &d, &docs[0], &docs[1]);
	for (i = 0; i < LENGTH(md); i++)
		row_contains(__FILE__, __LINE__, buf_str(&b), md[i]);
	doc_free(&docs[0]);
	doc_free(&docs[1]);
	buf_free(&b);
	arena_free(&a);
}

/* each change by hand is seen */
static void
test_faults(void)
{
	static const struct {
		const char *id, *key, *value, *says;
	} t[] = {
		{NULL, "planned", "15", "planned: the report says 15, its results 14"},
		{NULL, "executed", "99", "executed: the report says 99, its results 10"},
		{NULL, "unexpected", "0", "unexpected: the report says 0, its results 6"},
		{NULL, "found", "3", "planned: 14 cases of 3"},
		{NULL, "complete", "false", "not complete: ?"},
		{"link/undefined", "outcome", "\"PASS\"", "pass: the report says 2, its results 3"},
		{"link/undefined", "outcome", "\"PASS\"", "link/undefined: PASS with a difference"},
		{"link/undefined", "outcome", "\"PASS\"",
		 "link/undefined: PASS cannot be unexpected"},
		{"link/undefined", "unexpected", "false", "link/undefined: FAIL cannot be exp"},
		{"link/undefined", "executed", "false", "link/undefined: FAIL, but it was no"},
		{"link/undefined", "got", "\"> x\"", "link/undefined: its transcript is not what"},
		{"link/undefined", "got", "null", "link/undefined: its transcript is not what"},
		{"link/undefined", "cause", "\"x\"", "link/undefined: its cause is not what"},
		{"link/undefined", "id", "\"link/wording\"", "link/wording: it is there twice"},
		{"init/known", "known", "null", "init/known: XFAIL without a known line"},
		{"link/wording", "unexpected", "true", "link/wording: DETAIL cannot be unexpected"},
		{"init/moody", "outcome", "\"FAIL\"", "init/moody: FAIL, but its attempts differ"},
		{"init/moody", "outcome", "\"PASS\"", "init/moody: PASS, but its attempts differ"},
		{"init/moody", "attempts", "1", "init/moody: 1 attempts, of which 3 are told"},
		{"init/moody", "tries", "[]", "init/moody: FLAKY, but its attempts do not differ"},
		{"init/moody", "unexpected", "false", "init/moody: FLAKY cannot be expected"},
		{"init/known", "outcome", "\"PASS\"", "init/known: PASS with a "},
		{"link/wording", "outcome", "\"SKIP\"", "link/wording: SKIP, but it was executed"},
		{NULL, "level", "\"nonsense\"", "level: there is none with the name nonsense"},
		{NULL, "causes", "[]", "causes: they are of 0 results, 7 are unexpected"},
		{"link/undefined", "attempts", "2", "link/undefined: 2 attempts, of which 0 are"},
	};
	struct arena a = {0};

	for (size_t i = 0; i < LENGTH(t); i++) {
		json_t *document = sample_document(SAMPLE_ALL);
		struct buf b = {0};
		struct doc d;

		sample_set(document, "detail/strict", "unexpected", "false");
		sample_set(document, t[i].id, t[i].key, t[i].value);
		sample_doc(&a, &d, document);
		CU_ASSERT_TRUE(worth_faults(&b, &d) > 0);
		row_contains(__FILE__, __LINE__, buf_str(&b), t[i].says);
		doc_free(&d);
		buf_free(&b);
	}
	arena_free(&a);
}

static void
test_sound(void)
{
	json_t *document = sample_many(1000, 0);
	struct arena a = {0};
	struct buf b = {0};
	struct doc d;

	sample_set(document, "area-0/case-1", "unexpected", "false");
	sample_doc(&a, &d, document);
	for (size_t i = 0; i < d.n; i++)
		d.v[i].unexpected = false, d.v[i].cause = d.v[i].cause_id = d.v[i].diff = NULL;
	CU_ASSERT_EQUAL(worth_faults(&b, &d), 0);
	row_text(__FILE__, __LINE__, buf_str(&b), "");
	worth_line(&a, &b, &d);
	row_contains(__FILE__, __LINE__, buf_str(&b), "1000 of 1000 cases; 1000 right, 0 skipped");
	/* many faults are counted, not all shown */
	buf_clear(&b);
	for (size_t i = 0; i < d.n; i++)
		d.v[i].got_hash = "0123456789abcdef";
	CU_ASSERT_EQUAL(worth_faults(&b, &d), 1000);
	CU_ASSERT_TRUE(b.len < 100 * WORTH_MAX);
	doc_free(&d);
	buf_free(&b);
	arena_free(&a);
}

static void
test_badge(void)
{
	static const struct {
		enum sample_kind kind;
		const char *message, *color;
	} t[] = {
		{SAMPLE_ALL, "cpython-3.11.2: 7 of 11 unexpected", "red"},
		{SAMPLE_GOOD, "cpython-3.11.2: 3 of 4 right", "brightgreen"},
		{SAMPLE_HALF, "cpython-3.11.2: incomplete", "red"},
		{SAMPLE_NONE, "cpython-3.11.2: incomplete", "lightgrey"},
	};
	struct arena a = {0};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct buf svg = {0}, json = {0};
		const char *message, *color;
		struct doc d;
		json_t *root;
		int version;

		sample_doc(&a, &d, sample_document(t[i].kind));
		badge_svg(&a, &svg, &d);
		badge_json(&a, &json, &d);
		row_contains(__FILE__, __LINE__, buf_str(&svg), t[i].message);
		root = json_loads(buf_str(&json), 0, NULL);
		CU_ASSERT_FALSE_FATAL(json_unpack(root, "{s:i, s:s, s:s}", "schemaVersion",
						  &version, "message", &message, "color", &color));
		CU_ASSERT_EQUAL(version, 1);
		row_text(__FILE__, __LINE__, message, t[i].message);
		row_text(__FILE__, __LINE__, color, t[i].color);
		json_decref(root);
		doc_free(&d);
		buf_free(&svg);
		buf_free(&json);
	}
	arena_free(&a);
}

/* a run that was broken is never green, though all of its results are right */
static void
test_badge_broken(void)
{
	struct arena a = {0};
	struct buf b = {0};
	struct doc d;

	sample_doc(&a, &d, sample_document(SAMPLE_GOOD));
	d.broken = true;
	badge_json(&a, &b, &d);
	row_contains(__FILE__, __LINE__, buf_str(&b), "\"cpython-3.11.2: broken\"");
	row_contains(__FILE__, __LINE__, buf_str(&b), "\"red\"");
	doc_free(&d);
	buf_free(&b);
	arena_free(&a);
}

/* a badge is as wide as its characters are, not its bytes */
static void
test_badge_width(void)
{
	struct arena a = {0};
	struct buf ascii = {0}, other = {0};
	struct doc d;

	sample_doc(&a, &d, sample_document(SAMPLE_GOOD));
	d.loader = "python3 with cafe";
	badge_svg(&a, &ascii, &d);
	d.loader = "python3 with caf\xc3\xa9";
	badge_svg(&a, &other, &d);
	row_contains(__FILE__, __LINE__, buf_str(&ascii), "aria-label=\"dynload-cts: cafe on ");
	*strstr(buf_str(&ascii), " role=") = *strstr(buf_str(&other), " role=") = '\0';
	row_text(__FILE__, __LINE__, buf_str(&other), buf_str(&ascii));
	doc_free(&d);
	buf_free(&ascii);
	buf_free(&other);
	arena_free(&a);
}

/* a row an area and one for all, a column a loader; no name can end an element */
static void
test_picture(void)
{
	static const char hostile[] = "python3 with <script>\"&'\xe2\x80\xae";
	struct doc docs[2];
	struct arena a = {0};
	struct buf b = {0};
	const char *svg;
	struct grid g;

	sample_doc(&a, &docs[0], sample_document(SAMPLE_ALL));
	sample_doc(&a, &docs[1], sample_document(SAMPLE_GOOD));
	grid_make(&a, &g, docs, 2);
	svg_page(&a, &b, docs, 2);
	svg = buf_str(&b);
	CU_ASSERT_EQUAL(row_count(svg, "<g>"), 2 * (g.nareas + 1));
	CU_ASSERT_EQUAL(row_count(svg, "<title>"), 2 * (g.nareas + 1) + 1);
	CU_ASSERT_EQUAL(row_count(svg, "rotate("), 2);
	row_contains(__FILE__, __LINE__, svg, ">dynload-cts " SUITE_VERSION ": ");
	for (size_t k = 0; k < 2; k++)
		row_contains(__FILE__, __LINE__, svg,
			     arena_printf(&a, "%zu of %zu right, %zu skipped, %zu known, %zu "
					  "unexpected</title>", g.all[k].good,
					  g.all[k].cases - g.all[k].skipped, g.all[k].skipped,
					  g.all[k].known, g.all[k].unexpected));
	row_contains(__FILE__, __LINE__, svg, "!</text>");
	row_contains(__FILE__, __LINE__, svg, ">Runs of 2026-01-31; suite&#39;s revision "
		     "0123456789ab+.</text>");
	for (size_t i = 0; i < g.nareas; i++)
		row_contains(__FILE__, __LINE__, svg,
			     arena_printf(&a, ">%s</text>", g.areas[i].name));
	buf_clear(&b);
	docs[1].date = "2025-12-24T00:00:00Z";
	docs[1].revision = "<b>";
	svg_page(&a, &b, docs, 2);
	row_contains(__FILE__, __LINE__, buf_str(&b),
		     ">Runs of 2025-12-24 to 2026-01-31; suite&#39;s revision 0123456789ab+, "
		     "&lt;b&gt;.</text>");
	docs[0].date = docs[1].date = NULL;
	buf_clear(&b);
	docs[0].loader = docs[1].loader = hostile;
	svg_page(&a, &b, docs, 2);
	row_contains(__FILE__, __LINE__, buf_str(&b), ">Runs of an unknown day; ");
	CU_ASSERT_PTR_NOT_NULL(strstr(buf_str(&b), "&lt;script"));
	CU_ASSERT_PTR_NULL(strstr(buf_str(&b), "<script"));
	CU_ASSERT_PTR_NULL(strstr(buf_str(&b), "\xe2\x80\xae"));
	doc_free(&docs[0]);
	doc_free(&docs[1]);
	/* that of the README, too */
	row_contains(__FILE__, __LINE__, docs_text(&a, "harness/docs/matrix.svg"),
		     "; suite&#39;s revision ");
	buf_free(&b);
	arena_free(&a);
}

void
unit_compare(void)
{
	static const struct row_test tests[] = {
		{"what changed", test_kinds},
		{"what changed, as text", test_delta_texts},
		{"faults of a report", test_faults},
		{"a report without faults", test_sound},
		{"badge", test_badge},
		{"badge of a broken run", test_badge_broken},
		{"width of a badge", test_badge_width},
		{"picture", test_picture},
	};

	rows_suite("compare", tests, LENGTH(tests));
}
