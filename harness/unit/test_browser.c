/* Opens the HTML page in headless Chromium, where that is installed, and looks at its document. */
#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

#include "rows.h"
#include "sample_docs.h"
#include "tree.h"
#include "units.h"

/* $1 folder, $2 page with its fragment; what the page says on its console comes first */
static const char script[] =
	"for browser in chromium chromium-browser google-chrome; do\n"
	"	command -v $browser >/dev/null && break\n"
	"	browser=''\n"
	"done\n"
	"[ -n \"$browser\" ] || exit 127\n"
	"url=file://$(printf %s \"$1/$2\" | sed 's/ /%20/g')\n"
	/* the document is written when its time is over, not always after the data are read */
	"for attempt in 1 2 3 4 5; do\n"
	"	timeout 120 $browser --headless --no-sandbox --disable-gpu \\\n"
	"		--enable-logging=stderr --user-data-dir=\"$1/profile\" \\\n"
	"		--virtual-time-budget=${attempt}0000 --dump-dom \"$url\" \\\n"
	"		>\"$1/dom\" 2>\"$1/err\"\n"
	"	status=$?\n"
	"	! grep -q '<nav aria-label=\"views\" hidden' \"$1/dom\" && break\n"
	"	grep -q 'id=\"old\">This browser' \"$1/dom\" && break\n"
	"	grep -q CONSOLE \"$1/err\" && break\n"
	"done\n"
	"grep CONSOLE \"$1/err\"\n"
	"cat \"$1/dom\"\n"
	"exit $status\n";

/* the document after the page's script has run, without its data; NULL if there is no browser */
static const char *
browse(struct tree *t, const char *page)
{
	struct output o = tree_run(t, (const char *[]){"sh", "-c", script, "-", t->dir, page,
						       NULL});
	const char *end = strstr(o.text, "<script type=\"text/plain\"");

	if (o.status == 127) {
		fputs("\nskipped: chromium is not installed\n", stderr);
		return NULL;
	}
	UNIT_CHECK(!o.status, "%s: status %d", page, o.status);
	return end ? arena_strndup(&t->mem, o.text, (size_t)(end - o.text)) : o.text;
}

/* each link shows what its fragment says, and the page says nothing on the console */
static void
test_fragments(void)
{
	static const struct {
		const char *page, *has, *lacks;
	} t[] = {
		{"page.html", "<a href=\"#\" aria-current=\"page\">Overview</a>", "<nav hidden"},
		{"page.html", "<section id=\"view\" hidden=\"\"",
		 "<section id=\"overview\" aria-labelledby=\"overview-h\" hidden"},
		{"page.html#view=cases", "<p role=\"status\">14 cases of 14</p>", "id=\"view\" hi"},
		{"page.html#view=cases&q=echo", "<p role=\"status\">1 case of 14</p>",
		 ">link/undefined</a>"},
		{"page.html#view=cases&area=init&loader=1&outcome=unexpected",
		 "<p role=\"status\">4 cases of 14</p>", ">link/undefined</a>"},
		{"page.html#view=cases&differ=1&outcome=P", "<p role=\"status\">0 cases of 14</p>",
		 ">link/undefined</a>"},
		{"page.html#case=link/undefined", "<span class=\"del\">-! ImportError</span>",
		 "<form id=\"filter\" role=\"search\" aria-label=\"filter\">"},
		{"page.html#case=link/undefined",
		 "<code>./run_tests.sh --loader python3 link/undefined</code>", ">undefined<"},
		{"page.html#case=init/moody", "attempt 3: pass", "Difference: - expected"},
		{"page.html#case=nosuch/case", "There is no case nosuch/case in", "<dl>"},
		{"page.html#view=causes", "6 causes of unexpected results", ">link/newer</a>"},
		{"page.html#view=skipped", "Interpreters with a lock of their own came with 3.12.",
		 ">link/undefined</a>"},
		{"page.html#view=known", "<a href=\"https://example.org/bug#1\" rel=",
		 ">link/undefined</a>"},
		{"page.html#view=rules", "<p role=\"status\">4 rules of 4</p>",
		 "id=\"rules\" aria-labelledby=\"rules-h\" hidden"},
		{"page.html#view=rules&q=s%23", "<span class=\"outcome u\">departs</span> cpython-",
		 "t#never</a>"},
		{"page.html#view=rules&outcome=C&area=link",
		 "<p role=\"status\">0 rules of 4</p>", "s#shown</a>"},
		{"page.html#view=rules&loader=1&outcome=unexpected", "<a href=\"#case=link%2Fund",
		 "s#left</a>"},
		{"page.html#view=nosuch&loader=99", "aria-current=\"page\">Overview</a>",
		 ">link/undefined</a>"},
	};
	struct tree tree;

	tree_open(&tree);
	sample_page(&tree, "page.html", (json_t *[]){
		sample_with_rules(sample_document(SAMPLE_ALL)), sample_document(SAMPLE_GOOD)}, 2);
	for (size_t i = 0; i < LENGTH(t); i++) {
		const char *dom = browse(&tree, t[i].page);

		if (!dom)
			break;
		UNIT_CHECK(strstr(dom, t[i].has), "%s lacks %s", t[i].page, t[i].has);
		UNIT_CHECK(!strstr(dom, t[i].lacks), "%s has %s", t[i].page, t[i].lacks);
		UNIT_CHECK(!strstr(dom, "CONSOLE"), "%s: %.300s", t[i].page, dom);
	}
	tree_close(&tree);
}

static void
test_hostile(void)
{
	static const char *const pages[] = {
		"page.html", "page.html#case=link/undefined", "page.html#view=causes",
		"page.html#view=skipped", "page.html#view=rules",
	};
	static const char shown[] = "&lt;/script&gt;&lt;img src=x onerror=";
	struct tree tree;

	tree_open(&tree);
	sample_page(&tree, "page.html", (json_t *[]){
		sample_with_rules(sample_hostile()), sample_hostile()}, 2);
	for (size_t i = 0; i < LENGTH(pages); i++) {
		const char *dom = browse(&tree, pages[i]);

		if (!dom)
			break;
		UNIT_CHECK(strstr(dom, shown), "%s does not show the text", pages[i]);
		UNIT_CHECK(!strstr(dom, sample_hostile_markup), "%s has the markup", pages[i]);
		UNIT_CHECK(!strstr(dom, "CONSOLE"), "%s: %.300s", pages[i], dom);
	}
	tree_close(&tree);
}

/* what the tests above look for is seen if it is there */
static void
test_sees_errors(void)
{
	struct tree tree;
	const char *dom;

	tree_open(&tree);
	tree_write(&tree, "bad.html", "<script>document.write('<p>made</p>'); nosuch();</script>");
	dom = browse(&tree, "bad.html");
	UNIT_CHECK(!dom || strstr(dom, "CONSOLE"), "an error is not seen");
	UNIT_CHECK(!dom || strstr(dom, "<p>made</p>"), "the script did not run");
	tree_close(&tree);
}

/* a browser that cannot unpack the data shows the tables, and says why there is no more */
static void
test_old(void)
{
	static const char without[] = "<script>delete window.DecompressionStream</script>";
	static const char body[] = "<body>\n";
	struct tree t;
	const char *page, *rest, *dom;

	tree_open(&t);
	sample_page(&t, "page.html", (json_t *[]){
		sample_with_rules(sample_document(SAMPLE_ALL)), sample_document(SAMPLE_GOOD)}, 2);
	page = tree_read(&t, "page.html", NULL);
	rest = strstr(page, body) + strlen(body);
	tree_write(&t, "old.html", arena_printf(&t.mem, "%.*s%s%s", (int)(rest - page), page,
						without, rest));
	dom = browse(&t, "old.html#view=cases");
	UNIT_CHECK(!dom || strstr(dom, "id=\"old\">This browser is too old"), "it says nothing");
	UNIT_CHECK(!dom || !strstr(dom, "id=\"overview\" aria-labelledby=\"overview-h\" hidden"),
		   "the tables are hidden");
	UNIT_CHECK(!dom || !strstr(dom, "CONSOLE"), "%.300s", dom ? dom : "");
	tree_close(&t);
}

/* what was not tested is no secret */
static void
test_skip_is_told(void)
{
	struct tree t;
	struct output o;

	tree_open(&t);
	o = tree_run(&t, (const char *[]){"env", "PATH=/nonexistent",
					  arena_printf(&t.mem, "%s/unit/unit", t.build), "print",
					  NULL});
	CU_ASSERT_EQUAL(o.status, 0);
	row_text(__FILE__, __LINE__, o.text,
		 "print/paper: skipped: chromium is not installed\n1 passed, 0 failed\n");
	tree_close(&t);
}

void
unit_browser(void)
{
	static const struct row_test tests[] = {
		{"a link shows what its fragment says", test_fragments},
		{"hostile text is text", test_hostile},
		{"errors are seen", test_sees_errors},
		{"an old browser", test_old},
		{"a skip is told", test_skip_is_told},
	};

	rows_suite("browser", tests, LENGTH(tests));
}
