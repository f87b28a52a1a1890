#include "explore/survey_html.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "explore/survey.h"
#include "format/settings.h"
#include "report/page.h"
#include "report/rep_html.h"

static const char head[] =
	"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
	"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	"<meta name=\"color-scheme\" content=\"light dark\">\n"
	"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
	"style-src 'unsafe-inline'\">\n<title>dynload-cts: real modules</title>\n<style>\n";

/* an element with text; open: its tag, perhaps with attributes */
static void
element(struct buf *b, const char *open, const char *fmt, ...)
{
	struct buf text = {0};
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(&text, fmt, ap);
	va_end(ap);
	buf_printf(b, "<%s>", open);
	html_text(b, buf_str(&text));
	buf_printf(b, "</%.*s>", (int)strcspn(open, " "), open);
	buf_free(&text);
}

static void
begin_table(struct buf *b, const char *caption, const char *const *heads)
{
	buf_puts(b, "<div class=\"wide\"><table>\n");
	element(b, "caption", "%s", caption);
	buf_puts(b, "<thead><tr>");
	for (; *heads; heads++)
		element(b, "th scope=\"col\"", "%s", *heads);
	buf_puts(b, "</tr></thead>\n<tbody>\n");
}

static void
end_table(struct buf *b)
{
	buf_puts(b, "</tbody></table></div>\n");
}

static void
add_header(struct buf *b, const struct survey *s, const struct options *o)
{
	size_t loads = 0, loads_too = 0;

	for (size_t i = 0; i < s->modules.n; i++) {
		loads += !s->outcomes[i].why;
		loads_too += s->outcomes[i].loads_too;
	}
	buf_puts(b, "</style>\n</head>\n<body>\n<header>\n");
	element(b, "h1", "Real modules");
	buf_puts(b, "\n<p>");
	for (char *const *loader = o->loaders; *loader; loader++)
		element(b, "code", "--loader %s ", *loader);
	if (o->before)
		element(b, "code", "--plugin %s ", o->before);
	if (o->plugin)
		element(b, "code", "--plugin %s", o->plugin);
	buf_puts(b, "</p>\n");
	element(b, "p", "%zu of %zu modules load", loads, s->modules.n);
	if (s->compares)
		element(b, "p", "%zu load under the second loader", loads_too);
	buf_puts(b, "\n</header>\n<main>\n");
}

static void
add_causes(struct buf *b, const struct survey *s)
{
	static const char *const heads[] = {"times", "known", "cause", NULL};

	begin_table(b, s->compares ? "What differs" : "Why modules do not load", heads);
	for (size_t i = 0; i < s->found.n; i++) {
		const struct finding *one = &s->found.v[i];

		if (!one->times)
			continue;
		buf_puts(b, "<tr>");
		element(b, "td", "%zu", one->times);
		element(b, "td", "%s", one->known ? "yes" : "");
		element(b, "td", "%s", one->cause);
		buf_puts(b, "</tr>\n");
	}
	end_table(b);
}

/* what differs in each way, or why it does not load */
static void
add_outcome(struct buf *b, const struct survey *s, const struct surveyed *o)
{
	element(b, "td", "%s", o->why ? o->why : "loads");
	if (!s->compares)
		return;
	buf_puts(b, "<td>");
	for (enum way way = 0; way < WAY_ISOLATED; way++)
		if (o->differs[way])
			element(b, "p", "%s: %s", way_name(way), o->differs[way]);
	buf_puts(b, "</td>");
}

static void
add_module(struct buf *b, const struct survey *s, size_t i)
{
	static const char *const said[] = {[NOT_SAID] = "", [SAID_NO] = "no", [SAID_YES] = "yes"};
	const struct module *m = &s->modules.v[i];
	const struct surveyed *o = &s->outcomes[i];

	buf_puts(b, "<tr>");
	element(b, "th scope=\"row\"", "%s", m->name);
	element(b, "td", "%s", module_kind_name(m->kind));
	element(b, "td", "%s", module_style_name(m->style));
	add_outcome(b, s, o);
	buf_puts(b, "<td>");
	for (char **name = o->needs; *name; name++)
		element(b, "p", "%s", *name);
	buf_puts(b, "</td><td>");
	for (size_t k = 0; k < o->abi3.n; k++)
		element(b, "p", "%s", o->abi3.beyond[k].name);
	buf_puts(b, "</td>");
	element(b, "td", "%s", said[o->isolated]);
	element(b, "td", "%s", said[o->turns_gil_on]);
	buf_puts(b, "</tr>\n");
}

void
survey_html(struct buf *b, const struct survey *s, const struct options *o)
{
	static const char *const heads[] = {
		"module", "suffix", "initialised", "result", "differs", "needs",
		"abi3 symbols beyond the declared version", "in an isolated subinterpreter",
		"turns the GIL on", NULL};
	const char *shown[LENGTH(heads)];
	size_t n = 0;

	for (size_t i = 0; i < LENGTH(heads); i++)
		if (s->compares || !heads[i] || strcmp(heads[i], "differs") != 0)
			shown[n++] = heads[i];
	buf_printf(b, "%s%s", head, page_css);
	add_header(b, s, o);
	add_causes(b, s);
	begin_table(b, "Modules", shown);
	for (size_t i = 0; i < s->modules.n; i++)
		add_module(b, s, i);
	end_table(b);
	buf_puts(b, "</main>\n</body>\n</html>\n");
}

int
survey_html_write(const struct survey *s, const struct options *o)
{
	int bad = 0;

	for (char *const *format = o->formats; *format; format++) {
		struct buf b = {0};
		const char *path = *format + strlen("html:");

		if (!text_starts(*format, "html:"))
			continue;
		survey_html(&b, s, o);
		if (file_write(path, b.p, b.len)) {
			warn("-o html: cannot write %s:", path);
			bad = -1;
		}
		buf_free(&b);
	}
	return bad;
}
