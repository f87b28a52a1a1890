/*
 * JUnit XML in the form that Jenkins and similar services read: one testsuite per area. The format
 * has no place for an incomplete run, so an error of its own reports it.
 * https://github.com/jenkinsci/xunit-plugin (junit-10.xsd)
 */
#include <stdlib.h>
#include <string.h>

#include "format/casefile.h"
#include "format/expr.h"
#include "report/rep_text.h"
#include "report/report.h"
#include "base/text.h"
#include "base/util.h"
#include "format/result.h"
#include "format/version.h"

/* the counts of one area, or of all */
struct tally {
	size_t tests, failures, errors, skipped;
	double seconds;
};

/* the element that says what is wrong with a case; NULL for a case that passes */
static const char *
element(const struct result *res)
{
	switch (res->outcome) {
	case OUT_SKIP:
	case OUT_XFAIL:
		return "skipped";
	case OUT_BROKEN:
	case OUT_CRASH:
	case OUT_TIMEOUT:
		return "error";
	default:
		return res->unexpected ? "failure" : NULL;
	}
}

static struct tally
count(const struct result *const *all, size_t n)
{
	struct tally t = {.tests = n};

	for (size_t i = 0; i < n; i++) {
		const char *what = element(all[i]);

		t.failures += what && !strcmp(what, "failure");
		t.errors += what && !strcmp(what, "error");
		t.skipped += what && !strcmp(what, "skipped");
		t.seconds += all[i]->seconds;
	}
	return t;
}

static void
add_text(struct buf *b, const char *s)
{
	text_xml(b, s, strlen(s));
}

/* a parser turns tabs and newlines of an attribute into blanks unless they are escaped */
static void
add_attribute(struct buf *b, const char *name, const char *value)
{
	struct buf text = {0};

	text_xml(&text, value ? value : "", value ? strlen(value) : 0);
	buf_printf(b, " %s=\"", name);
	for (const char *p = buf_str(&text); *p; p++) {
		if (*p == '\n' || *p == '\t')
			buf_printf(b, "&#%d;", *p);
		else
			buf_putc(b, *p);
	}
	buf_putc(b, '"');
	buf_free(&text);
}

static void
add_property(struct buf *b, const char *name, const char *value)
{
	buf_puts(b, "      <property");
	add_attribute(b, "name", name);
	add_attribute(b, "value", value);
	buf_puts(b, "/>\n");
}

static void
add_number(struct buf *b, const char *name, size_t number)
{
	struct buf text = {0};

	buf_printf(&text, "%zu", number);
	add_property(b, name, text.p);
	buf_free(&text);
}

static void
add_facts(struct buf *b, const struct facts *facts)
{
	struct buf name = {0};

	for (size_t i = 0; facts && i < facts->n; i++) {
		buf_clear(&name);
		buf_printf(&name, "fact.%s", facts->v[i].key);
		add_property(b, name.p, facts->v[i].value);
	}
	buf_free(&name);
}

static void
add_properties(struct buf *b, const struct summary *s)
{
	struct buf why = {0}, word = {0};

	buf_puts(b, "    <properties>\n");
	add_property(b, "suite", SUITE_NAME " " SUITE_VERSION);
	add_property(b, "revision", s->revision);
	add_property(b, "hash", s->hash);
	add_number(b, "protocol", PROTOCOL_VERSION);
	add_property(b, "target", s->target);
	add_property(b, "loader", s->loader);
	add_property(b, "program", s->program);
	if (s->unseen)
		add_property(b, "unseen", s->unseen);
	for (char *const *env = s->env; env && *env; env++)
		add_property(b, "env", *env);
	add_property(b, "adapter", s->adapter);
	add_property(b, "level", s->level);
	if (s->chosen.level)
		add_property(b, "level.by", "impl");
	if (s->chosen.lines) {
		add_property(b, "known", s->chosen.path);
		add_property(b, "known.by", s->chosen.list ? "impl" : "target");
	}
	add_property(b, "isolation", s->isolation);
	add_property(b, "isolated_by", s->isolated_by);
	if (s->shard.of) {
		add_number(b, "shard", s->shard.index);
		add_number(b, "shards", s->shard.of);
		add_number(b, "selected", s->shard.selected);
	}
	add_number(b, "planned", s->planned);
	add_number(b, "executed", s->executed);
	if (rep_own_word(&word, s))
		add_property(b, "lacking", word.p);
	add_property(b, "complete", rep_incomplete(&why, s) ? "false" : "true");
	for (const char *const *note = s->notes; note && *note; note++)
		add_property(b, "note", *note);
	add_facts(b, s->facts);
	buf_puts(b, "    </properties>\n");
	buf_free(&why);
	buf_free(&word);
}

/* one line for a list of failures; the rest is in the element's text */
static void
add_message(struct buf *b, const struct result *res)
{
	struct buf message = {0};

	if (res->outcome == OUT_XFAIL)
		buf_puts(&message, "known: ");
	if (res->reason || res->outcome == OUT_SKIP || res->outcome == OUT_XFAIL)
		rep_reason(&message, res);
	else
		buf_puts(&message, res->cs->summary);
	add_attribute(b, "message", message.p);
	buf_free(&message);
}

static void
add_problem(struct buf *b, const struct result *res, const char *what)
{
	static const struct rep_style style = {.prefix = ""};
	struct buf text = {0};

	buf_printf(b, "      <%s", what);
	add_attribute(b, "type", outcome_name(res->outcome));
	add_message(b, res);
	if (res->unexpected)
		rep_failure(&text, res, &style);
	if (text.len) {
		buf_putc(b, '>');
		text_xml(b, text.p, text.len);
		buf_printf(b, "</%s>\n", what);
	} else {
		buf_puts(b, "/>\n");
	}
	buf_free(&text);
}

static void
add_case(struct buf *b, const struct result *res)
{
	const char *what = element(res);
	bool log = res->log && *res->log;

	buf_puts(b, "    <testcase");
	add_attribute(b, "classname", res->cs->area);
	add_attribute(b, "name", res->cs->name);
	add_attribute(b, "file", res->cs->path);
	buf_printf(b, " line=\"%d\" time=\"%.3f\"", res->line ? res->line : 1, res->seconds);
	if (!what && !log) {
		buf_puts(b, "/>\n");
		return;
	}
	buf_puts(b, ">\n");
	if (what)
		add_problem(b, res, what);
	if (log) {
		buf_puts(b, "      <system-out>");
		add_text(b, res->log);
		buf_puts(b, "</system-out>\n");
	}
	buf_puts(b, "    </testcase>\n");
}

static void
add_tally(struct buf *b, const struct tally *t)
{
	buf_printf(b, " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" time=\"%.3f\"", t->tests,
		   t->failures, t->errors, t->seconds);
}

static void
add_area(struct buf *b, const struct summary *s, const struct result *const *all, size_t n)
{
	struct tally t = count(all, n);

	buf_puts(b, "  <testsuite");
	add_attribute(b, "name", all[0]->cs->area);
	add_tally(b, &t);
	buf_printf(b, " skipped=\"%zu\">\n", t.skipped);
	add_properties(b, s);
	for (size_t i = 0; i < n; i++)
		add_case(b, all[i]);
	buf_puts(b, "  </testsuite>\n");
}

static void
add_incomplete(struct buf *b, const struct summary *s, const char *why)
{
	static const struct tally t = {.tests = 1, .errors = 1};

	buf_puts(b, "  <testsuite name=\"conform\"");
	add_tally(b, &t);
	buf_puts(b, " skipped=\"0\">\n");
	add_properties(b, s);
	buf_puts(b, "    <testcase classname=\"conform\" name=\"complete\" time=\"0.000\">\n"
		    "      <error type=\"INCOMPLETE\"");
	add_attribute(b, "message", why);
	buf_puts(b, "/>\n    </testcase>\n  </testsuite>\n");
}

static size_t
area_length(const struct result *const *all, size_t n)
{
	size_t len = 1;

	while (len < n && !strcmp(all[len]->cs->area, all[0]->cs->area))
		len++;
	return len;
}

static void
junit_end(struct reporter *r, const struct summary *s, const struct result *const *all, size_t n)
{
	const struct result **sorted = rep_sorted(all, n);
	struct tally t = count(sorted, n);
	struct buf b = {0}, why = {0};
	bool incomplete = rep_incomplete(&why, s);

	t.tests += incomplete;
	t.errors += incomplete;
	t.seconds = s->seconds;
	buf_puts(&b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
	add_attribute(&b, "name", SUITE_NAME);
	add_tally(&b, &t);
	buf_puts(&b, ">\n");
	if (incomplete)
		add_incomplete(&b, s, why.p);
	for (size_t i = 0; i < n;) {
		size_t len = area_length(sorted + i, n - i);

		add_area(&b, s, sorted + i, len);
		i += len;
	}
	buf_puts(&b, "</testsuites>\n");
	fwrite(b.p, 1, b.len, r->out);
	buf_free(&b);
	buf_free(&why);
	free(sorted);
}

const struct report_format rep_junit = {"junit", NULL, NULL, junit_end, false};
