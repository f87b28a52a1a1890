/*
 * Who cannot see the HTML page, or not well, can use it: what a screen reader is told of each view
 * (Chromium's accessibility tree), and the contrast of its texts on a light and a dark screen and
 * on paper (WCAG 2.1, level AA).
 */
#include <stdio.h>
#include <string.h>

#include "browser.h"
#include "rows.h"
#include "sample_docs.h"
#include "tree.h"
#include "units.h"

/* a page with each fault that is looked for */
static const char bad_page[] =
	"<!DOCTYPE html><title>bad</title><nav></nav><h1>one</h1><h3>three</h3><button></button>"
	"<a href='#x'></a><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"
	"<input><h1>another</h1>"
	"<p style='color: #999; background: #fff'>pale</p>";

/* the texts whose contrast is too low, a line each; large text may have less */
static const char contrast[] =
	"(() => {\n"
	"const rgb = (s) => s.match(/[\\d.]+/g).map(Number);\n"
	"const part = (v) => v <= 10.31475 ? v / 3294.6 : ((v / 255 + .055) / 1.055) ** 2.4;\n"
	"const light = (c) => .2126 * part(c[0]) + .7152 * part(c[1]) + .0722 * part(c[2]);\n"
	"const ground = (e) => {\n"
	"	for (; e; e = e.parentElement) {\n"
	"		const c = rgb(getComputedStyle(e).backgroundColor);\n"
	"		if (c.length < 4 || c[3])\n"
	"			return c;\n"
	"	}\n"
	"	return [255, 255, 255];\n"
	"};\n"
	"const ratio = (x, y) => {\n"
	"	const [a, b] = [light(x), light(y)];\n"
	"	return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);\n"
	"};\n"
	"const bad = new Set();\n"
	"let seen = 0;\n"
	"const look = (e, style, what, text) => {\n"
	"	const size = parseFloat(style.fontSize), bold = style.fontWeight >= 700;\n"
	"	const need = size >= 24 || (bold && size >= 18.66) ? 3 : 4.5;\n"
	"	const has = ratio(rgb(style.color), ground(e));\n"
	"	seen++;\n"
	"	if (has < need)\n"
	"		bad.add(`${what} ${e.tagName}.${e.className} '${text}': ` +\n"
	"			has.toFixed(2));\n"
	"};\n"
	"const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);\n"
	"for (let n; (n = walker.nextNode());) {\n"
	"	const e = n.parentElement, text = n.data.trim();\n"
	"	if (text && e.checkVisibility() && !e.closest('script, style, option'))\n"
	"		look(e, getComputedStyle(e), 'text', text.slice(0, 40));\n"
	"}\n"
	"for (const e of document.querySelectorAll('input, select')) {\n"
	"	look(e, getComputedStyle(e), 'value', e.name);\n"
	"	if (e.placeholder)\n"
	"		look(e, getComputedStyle(e, '::placeholder'), 'placeholder',\n"
	"			e.placeholder);\n"
	"}\n"
	"return seen < 5 ? 'few texts are seen' : [...bad].slice(0, 10).join('\\n');\n"
	"})()";

/* parts of a page that a reader must be told by a name */
static bool
needs_name(const char *role)
{
	static const char *const roles[] = {
		"table", "button", "link", "searchbox", "textbox", "combobox", "checkbox",
		"region", "navigation", "search", "heading", "DisclosureTriangle", "RootWebArea",
	};

	for (size_t i = 0; i < LENGTH(roles); i++) {
		if (!strcmp(role, roles[i]))
			return true;
	}
	return false;
}

static const char *
value(const json_t *node, const char *key)
{
	const char *s = json_string_value(json_object_get(json_object_get(node, key), "value"));

	return s ? s : "";
}

static int
level(const json_t *node)
{
	const json_t *property;
	size_t i;

	json_array_foreach(json_object_get(node, "properties"), i, property) {
		if (!strcmp(json_string_value(json_object_get(property, "name")), "level"))
			return (int)json_integer_value(json_object_get(
				json_object_get(property, "value"), "value"));
	}
	return 0;
}

/* what is wrong in the tree that a screen reader gets of a page, a line each */
static const char *
faults(struct arena *a, struct browser *b)
{
	json_t *result = browser_call(b, "Accessibility.getFullAXTree", NULL), *node;
	size_t i, firsts = 0, mains = 0;
	const char *all = "";
	int last = 0;

	json_array_foreach(json_object_get(result, "nodes"), i, node) {
		const char *role = value(node, "role"), *name = value(node, "name");

		if (json_is_true(json_object_get(node, "ignored")))
			continue;
		if (needs_name(role) && !*name)
			all = arena_printf(a, "%sa %s without a name\n", all, role);
		if (!strcmp(role, "heading")) {
			if (level(node) > last + 1)
				all = arena_printf(a, "%sheading %d '%s' after heading %d\n", all,
						   level(node), name, last);
			last = level(node);
			firsts += last == 1;
		}
		mains += !strcmp(role, "main");
	}
	if (firsts != 1)
		all = arena_printf(a, "%s%zu headings of level 1\n", all, firsts);
	if (mains != 1)
		all = arena_printf(a, "%s%zu main parts\n", all, mains);
	json_decref(result);
	return all;
}

static void
emulate(struct browser *b, const char *media, const char *scheme)
{
	json_decref(browser_call(b, "Emulation.setEmulatedMedia", json_pack(
		"{s:s, s:[{s:s, s:s}]}", "media", media, "features", "name",
		"prefers-color-scheme", "value", scheme)));
}

static const char *
low_contrast(struct arena *a, struct browser *b)
{
	json_t *text = browser_eval(b, contrast);
	const char *copy = arena_strdup(a, json_is_string(text) ? json_string_value(text) : "?");

	json_decref(text);
	return copy;
}

/* what is looked for is found where it is wrong */
static void
check_bad_page(struct tree *t, struct browser *b)
{
	static const char *const has[] = {
		"a button without", "a link without", "a textbox without",
		"a table without", "a navigation without", "heading 3 'three' after heading 1\n",
		"2 headings of level 1\n", "0 main parts\n",
	};
	const char *said;

	tree_write(t, "bad.html", bad_page);
	browser_load(b, arena_printf(&t->mem, "%s/bad.html", t->dir));
	said = faults(&t->mem, b);
	for (size_t i = 0; i < LENGTH(has); i++)
		row_contains(__FILE__, __LINE__, said, has[i]);
	/* #999 on white */
	row_contains(__FILE__, __LINE__, low_contrast(&t->mem, b), "'pale': 2.85");
}

/* what stands out of a window on its right, but for what can be moved within a part of the page */
static const char beside[] =
	"(({scrollWidth, clientWidth: width}) => scrollWidth <= width ? '' :"
	"  [...document.body.querySelectorAll('*')]"
	"    .filter(e => e.getBoundingClientRect().right > width + 1)"
	"    .filter(e => !e.closest('.wide, pre, nav'))"
	"    .map(e => e.tagName + '.' + e.className + ' ').slice(0, 5).join('') + '.'"
	")(document.documentElement)";

/* the page in windows as wide as phones, a tablet and a desktop, in CSS pixels */
static void
check_widths(struct browser *b, const char *view)
{
	static const int widths[] = {320, 360, 412, 768, 1280};

	for (size_t i = 0; i < LENGTH(widths); i++) {
		json_t *said;

		json_decref(browser_call(b, "Emulation.setDeviceMetricsOverride", json_pack(
			"{s:i, s:i, s:i, s:b}", "width", widths[i], "height", 800,
			"deviceScaleFactor", 1, "mobile", widths[i] < 1000)));
		said = browser_eval(b, beside);
		UNIT_CHECK(json_is_string(said) && !*json_string_value(said),
			   "%s, %d pixels wide: out of the window is %s", view, widths[i],
			   json_string_value(said));
		json_decref(said);
	}
	json_decref(browser_call(b, "Emulation.clearDeviceMetricsOverride", NULL));
}

static void
check_views(struct tree *t, struct browser *b)
{
	static const char *const views[] = {
		"", "#view=cases", "#case=link/undefined", "#case=init/moody", "#case=nosuch/case",
		"#view=causes", "#view=skipped", "#view=known", "#view=rules",
	};
	static const char *const looks[][2] = {
		{"screen", "light"}, {"screen", "dark"}, {"print", "light"}, {"print", "dark"},
	};

	for (size_t i = 0; i < LENGTH(views); i++) {
		browser_load(b, arena_printf(&t->mem, "%s/page.html%s", t->dir, views[i]));
		/* then all parts stand open */
		json_decref(browser_eval(b, "dispatchEvent(new Event('beforeprint'))"));
		for (size_t k = 0; k < LENGTH(looks); k++) {
			const char *said;

			emulate(b, looks[k][0], looks[k][1]);
			said = low_contrast(&t->mem, b);
			UNIT_CHECK(!*said, "%s, %s, %s: %s", views[i], looks[k][0], looks[k][1],
				   said);
		}
		emulate(b, "", "light");
		UNIT_CHECK(!*faults(&t->mem, b), "%s: %s", views[i], faults(&t->mem, b));
		check_widths(b, views[i]);
	}
}

static void
test_access(void)
{
	struct tree tree;
	struct browser b;

	tree_open(&tree);
	sample_page(&tree, "page.html", (json_t *[]){
		sample_with_rules(sample_document(SAMPLE_ALL)), sample_document(SAMPLE_GOOD)}, 2);
	if (browser_open(&b, arena_printf(&tree.mem, "%s/profile", tree.dir))) {
		json_decref(browser_call(&b, "Accessibility.enable", NULL));
		check_bad_page(&tree, &b);
		check_views(&tree, &b);
		row_text(__FILE__, __LINE__, buf_str(&b.said), "");
		browser_close(&b);
	}
	tree_close(&tree);
}

void
unit_page_access(void)
{
	static const struct row_test tests[] = {{"names, order, contrast, widths", test_access}};

	rows_suite("page-access", tests, LENGTH(tests));
}
