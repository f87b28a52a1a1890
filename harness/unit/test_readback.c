/* Text of a loader in every place of a report, read back by readers of the formats. */
#include <CUnit/CUnit.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/casefile.h"
#include "format/expr.h"
#include "report/rep_causes.h"
#include "report/report.h"
#include "report_readers.h"
#include "run/verdict.h"
#include "sample_reports.h"
#include "test_reports.h"
#include "units.h"

/* what each format obeys: its ends of lines, its marks, its escapes, and what terminals obey */
#define LINE \
	"x\xe2\x80\xa8::error::a\xe2\x80\xa9::error::b\xc2\x85::error::c\r::error::d %0A %25 " \
	"# SKIP # TODO \\# \\ ]]> <b a='1'/> &lt; &#10; \" ' \xe2\x80\xae\xe2\x81\xa6\xd8\x9c " \
	"\xef\xbb\xbf\xed\xa0\x80\xff\xef\xbf\xbe \033]0;t\007\033[2J \xc2\x9b" \
	"2J \xe2\x80\x8b\xf3\xa0\x81\x81\x7f\t"
#define LINES LINE "\nnot ok 99 - z\nok 1\nBail out!\n1..3\n::error::e\n  ---\n" LINE "\n"

static struct fact nasty_facts[] = {
	{"impl", LINE}, {"libc", LINE}, {"arch", LINE}, {"abi", LINE}, {"cap", LINE},
};
static const struct facts facts = {nasty_facts, LENGTH(nasty_facts)};
static const char *const notes[] = {LINE, NULL};

/* the sample with hostile text in each place that a loader can write to */
struct hostile {
	struct sample sample;
	struct summary s;
	struct result results[LENGTH(((struct sample *)NULL)->results)];
};

static void
make_hostile(struct hostile *h)
{
	sample_fill(&h->sample, &h->s, SAMPLE_ALL);
	h->s.facts = &facts;
	h->s.adapter = h->s.target = h->s.loader = h->s.program = LINE;
	h->s.notes = notes;
	for (size_t i = 0; i < h->sample.n; i++) {
		struct result *r = &h->results[i];

		*r = *h->sample.results[i];
		r->reason = i % 2 ? LINES : LINE;
		r->log = r->got = LINES;
		r->diff = r->diff ? "-" LINES "+" LINES : NULL;
		r->cause = r->cause ? LINE : NULL;
		h->sample.results[i] = r;
	}
}

static char *
report(const struct hostile *h, const char *format, int verbose)
{
	struct report_config config = {.verbose = verbose};
	struct reporter r = {.format = report_find(format), .out = tmpfile(), .config = &config};
	struct buf b = {0};
	char chunk[4096];
	size_t got;

	reports_run(&r, &h->sample, &h->s);
	rewind(r.out);
	while ((got = fread(chunk, 1, sizeof(chunk), r.out)))
		buf_add(&b, chunk, got);
	fclose(r.out);
	free(r.state);
	return b.p;
}

static void
test_people(void)
{
	static const struct {
		const char *format;
		int verbose;
	} t[] = {{"console", 0}, {"console", 1}, {"console", 2}, {"console", -1},
		 {"tap", 0}, {"github", 0}};
	struct hostile h;

	make_hostile(&h);
	for (size_t i = 0; i < LENGTH(t); i++) {
		char *text = report(&h, t[i].format, t[i].verbose);
		const char *unsafe = first_unsafe(text);

		UNIT_CHECK(!unsafe, "%s -v%d: unsafe at byte %zu, before '%.40s'", t[i].format,
			   t[i].verbose, unsafe ? (size_t)(unsafe - text) : 0, unsafe);
		/* a service reads workflow commands from the output of any step */
		UNIT_CHECK(t[i].format[0] == 'g' || !strstr(text, "\n::"), "%s: a command",
			   t[i].format);
		free(text);
	}
}

static void
test_tap(void)
{
	struct arena a = {0};
	struct hostile h;
	struct tap tap;
	const char *why;
	char *text;

	make_hostile(&h);
	text = report(&h, "tap", 0);
	why = tap_read(&a, text, &tap);
	UNIT_CHECK(!why, "%s", why);
	CU_ASSERT_EQUAL(tap.planned, h.sample.n);
	CU_ASSERT_EQUAL(tap.ok + tap.not_ok, h.sample.n);
	CU_ASSERT_EQUAL(tap.skip, h.s.counts[OUT_SKIP]);
	CU_ASSERT_EQUAL(tap.todo, h.s.counts[OUT_XFAIL]);
	CU_ASSERT_FALSE(tap.bailed_out);
	free(text);
	arena_free(&a);
}

static void
test_github(void)
{
	struct arena a = {0};
	struct hostile h;
	struct rep_causes causes;
	struct github g;
	size_t n = 0;
	const char *p;
	char *text;

	make_hostile(&h);
	rep_causes_group(&causes, h.sample.results, h.sample.n);
	text = report(&h, "github", 0);
	for (p = text; github_read(&a, &p, &g); n++) {
		bool last = n == causes.n;

		UNIT_CHECK(!strcmp(g.command, last ? "notice" : "error"), "command %s", g.command);
		UNIT_CHECK(text_starts(g.properties, last ? " title=" : " file="), "%s",
			   g.properties);
		UNIT_CHECK(g.title && !strchr(g.title, '\n'), "title %s", g.title);
		UNIT_CHECK(!first_unsafe(g.message), "before %.40s", first_unsafe(g.message));
		UNIT_CHECK(!first_unsafe(g.title), "before %.40s", first_unsafe(g.title));
		/* what looks escaped in a loader's text is still that after the decoding */
		UNIT_CHECK(last || strstr(g.message, "%0A %25"), "%s", g.message);
	}
	UNIT_CHECK(!*p, "no command: %.60s", p);
	UNIT_CHECK(n == causes.n + 1, "%zu commands for %zu causes", n, causes.n);
	rep_causes_free(&causes);
	free(text);
	arena_free(&a);
}

/* s as XML 1.0 can say it: U+FFFD for each character that it forbids and each byte not UTF-8 */
static const char *
sayable(struct arena *a, const char *s, bool controls)
{
	struct buf b = {0};
	const char *text;

	for (size_t i = 0, len = strlen(s); i < len;) {
		size_t n = 1, good = text_utf8(s + i, len - i);
		unsigned char c = (unsigned char)s[i];
		bool bad = !good || (controls && ((c < ' ' && !strchr("\t\n\r", c)) ||
						  text_starts(s + i, "\xef\xbf\xbe")));

		while (good && i + n < len && ((unsigned char)s[i + n] & 0xc0) == 0x80)
			n++;
		if (bad)
			buf_puts(&b, "\xef\xbf\xbd");
		else
			buf_add(&b, s + i, n);
		i += bad && !good ? 1 : n;
	}
	text = arena_strdup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

static void
check_testcase(struct arena *a, const struct xml_element *e, const struct hostile *h, size_t *seen)
{
	const char *want = sayable(a, LINES, true);

	CU_ASSERT_STRING_EQUAL(e->name, "testcase");
	for (const struct xml_element *c = e->first; c; c = c->next) {
		const char *message = xml_get(c, "message");

		if (!strcmp(c->name, "system-out"))
			UNIT_CHECK(!strcmp(c->text, want), "log %s", c->text);
		else
			UNIT_CHECK(message && strstr(message, sayable(a, LINE, true)), "%s",
				   message ? message : "no message");
		CU_ASSERT_PTR_NULL(c->first);
	}
	(void)h;
	(*seen)++;
}

static void
test_junit(void)
{
	struct arena a = {0};
	struct hostile h;
	struct xml_element *root;
	const char *why;
	size_t seen = 0;
	char *text;

	make_hostile(&h);
	text = report(&h, "junit", 0);
	root = xml_read(&a, text, &why);
	UNIT_CHECK(root, "%s", why ? why : "");
	for (struct xml_element *s = root ? root->first : NULL; s; s = s->next) {
		const struct xml_element *properties = s->first;

		CU_ASSERT_STRING_EQUAL(s->name, "testsuite");
		for (const struct xml_element *p = properties->first; p; p = p->next) {
			const char *key = xml_get(p, "name");

			if (text_starts(key, "fact.") || !strcmp(key, "note") ||
			    !strcmp(key, "adapter"))
				UNIT_CHECK(!strcmp(xml_get(p, "value"), sayable(&a, LINE, true)),
					   "%s is %s", key, xml_get(p, "value"));
		}
		for (const struct xml_element *c = properties->next; c; c = c->next)
			check_testcase(&a, c, &h, &seen);
	}
	CU_ASSERT_EQUAL(seen, h.sample.n);
	free(text);
	arena_free(&a);
}

static void
test_json(void)
{
	static const char *const keys[] = {"reason", "log", "got"};
	struct arena a = {0};
	struct hostile h;
	json_t *root, *result;
	json_error_t error;
	size_t i;
	char *text;

	make_hostile(&h);
	text = report(&h, "json", 0);
	root = json_loads(text, JSON_REJECT_DUPLICATES, &error);
	UNIT_CHECK(root, "%s", error.text);
	CU_ASSERT_EQUAL(json_array_size(json_object_get(root, "results")), h.sample.n);
	json_array_foreach(json_object_get(root, "results"), i, result) {
		for (size_t k = 0; k < LENGTH(keys); k++) {
			const char *got = json_string_value(json_object_get(result, keys[k]));

			UNIT_CHECK(got && (!strcmp(got, sayable(&a, LINES, false)) ||
					   !strcmp(got, sayable(&a, LINE, false))),
				   "%s is %s", keys[k], got ? got : "null");
		}
	}
	json_decref(root);
	free(text);
	arena_free(&a);
}

void
unit_readback(void)
{
	CU_pSuite suite = CU_add_suite("readback", NULL, NULL);

	CU_add_test(suite, "text for people", test_people);
	CU_add_test(suite, "TAP", test_tap);
	CU_add_test(suite, "GitHub's commands", test_github);
	CU_add_test(suite, "JUnit XML", test_junit);
	CU_add_test(suite, "JSON", test_json);
}
