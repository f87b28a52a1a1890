/* The part of the page on what sources promise: a table of counts, and the rules as data. */
#include <jansson.h>

#include "base/util.h"
#include "format/sources.h"
#include "report/page.h"
#include "report/page_json.h"
#include "report/promises.h"
#include "report/rep_html.h"

static const char *const words[COVERS] = {
	[COVER_COVERED] = "covered", [COVER_NOT_COVERED] = "not covered",
	[COVER_NOT_TESTABLE] = "not testable", [COVER_OPEN] = "not in this report",
};

/* the order in which they are shown */
static const enum cover order[COVERS] = {
	COVER_COVERED, COVER_NOT_COVERED, COVER_NOT_TESTABLE, COVER_OPEN,
};

static void
add_counts(struct buf *b, const size_t counts[COVERS])
{
	size_t sum = 0;

	for (int i = 0; i < COVERS; i++)
		sum += counts[i];
	buf_printf(b, "<td>%zu</td>", sum);
	for (int i = 0; i < COVERS; i++)
		buf_printf(b, "<td>%zu</td>", counts[order[i]]);
	buf_puts(b, "</tr>\n");
}

/* the text filter with a source's name, and the sign that parts it from the rule's, in a link */
static void
add_source(struct buf *b, const struct promises *p, size_t i)
{
	const struct source *source = &p->sources->sources[i];

	buf_puts(b, "<tr><th scope=\"row\"><a href=\"#view=rules&amp;q=");
	html_text(b, source->name);
	buf_puts(b, "%23\">");
	html_text(b, source->title);
	buf_puts(b, "</a></th>");
	add_counts(b, p->counts[i]);
}

void
page_rules_table(struct buf *b, const struct promises *p)
{
	if (!p->sources)
		return;
	buf_puts(b, "<section id=\"rules\" aria-labelledby=\"rules-h\">\n"
		    "<h2 id=\"rules-h\" tabindex=\"-1\">What the sources promise</h2>\n"
		    "<div class=\"wide\" tabindex=\"0\" role=\"region\" "
		    "aria-label=\"table of sources\">\n"
		    "<table id=\"sources\"><caption>Rules of each source, and whether a case shows "
		    "them</caption>\n<thead><tr><th scope=\"col\">source</th>"
		    "<th scope=\"col\">rules</th>");
	for (int i = 0; i < COVERS; i++)
		buf_printf(b, "<th scope=\"col\">%s</th>", words[order[i]]);
	buf_puts(b, "</tr></thead>\n<tbody>\n<tr class=\"all\"><th scope=\"row\">"
		    "<a href=\"#view=rules\">all sources</a></th>");
	add_counts(b, p->all);
	for (size_t i = 0; i < p->sources->nsources; i++)
		add_source(b, p, i);
	buf_puts(b, "</tbody></table>\n</div>\n</section>\n");
}

static json_t *
rule(const struct promises *p, size_t i)
{
	const struct rule *r = &p->sources->rules[i];
	json_t *one = json_array(), *cases = json_array();

	page_push(one, page_string(r->id));
	page_push(one, page_string(r->url));
	page_push(one, page_string(r->text));
	page_push(one, page_string(words[promise_of(p, i)]));
	page_push(one, page_string(r->reason));
	for (size_t k = 0; k < p->ncases[i]; k++)
		page_push(cases, page_number(p->cases[i][k]));
	page_push(one, cases);
	return one;
}

json_t *
page_rules(const struct promises *p)
{
	json_t *rules = json_array();

	for (size_t i = 0; p->sources && i < p->sources->n; i++)
		page_push(rules, rule(p, i));
	return rules;
}
