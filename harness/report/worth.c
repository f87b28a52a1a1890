#include "report/worth.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/vocab.h"
#include "report/doc.h"
#include "report/rep_html.h"
#include "report/rep_json.h"

void
worth_fault(struct buf *b, size_t *n, const char *fmt, ...)
{
	struct buf one = {0};
	va_list ap;

	if (++*n > WORTH_MAX)
		return;
	va_start(ap, fmt);
	buf_vprintf(&one, fmt, ap);
	va_end(ap);
	text_clean(b, buf_str(&one), one.len);
	buf_putc(b, '\n');
	buf_free(&one);
}

static void
check_number(struct buf *b, size_t *n, const char *what, size_t said, size_t have)
{
	if (said != have)
		worth_fault(b, n, "%s: the report says %zu, its results %zu", what, said, have);
}

/* each unexpected result belongs to one cause of the list */
static void
check_causes(struct buf *b, size_t *n, const struct doc *d)
{
	const json_t *one, *causes = json_object_get(d->root, "causes");
	json_int_t sum = 0;
	size_t i;

	json_array_foreach(causes, i, one)
		sum += json_integer_value(json_object_get(one, "results"));
	if (sum < 0 || (size_t)sum != d->unexpected)
		worth_fault(b, n, "causes: they are of %lld results, %zu are unexpected",
			    (long long)sum, d->unexpected);
}

static void
check_counts(struct buf *b, size_t *n, const struct doc *d)
{
	size_t counts[OUT_COUNT] = {0}, unexpected = 0, executed = 0;

	for (size_t i = 0; i < d->n; i++) {
		counts[d->v[i].outcome]++;
		unexpected += d->v[i].unexpected;
		executed += d->v[i].executed;
	}
	for (int i = 0; i < OUT_COUNT; i++)
		check_number(b, n, outcome_word((enum outcome)i), d->counts[i], counts[i]);
	check_number(b, n, "unexpected", d->unexpected, unexpected);
	check_number(b, n, "executed", d->executed, executed);
	if (d->complete)
		check_number(b, n, "planned", d->planned, d->n);
	else
		worth_fault(b, n, "not complete: %s", d->incomplete ? d->incomplete : "?");
	if (d->planned > d->found)
		worth_fault(b, n, "planned: %zu cases of %zu", d->planned, d->found);
	if (counts[OUT_BROKEN])
		worth_fault(b, n, "broken: %zu cases could not be carried out", counts[OUT_BROKEN]);
	if (counts[OUT_BROKEN] ? !d->broken : d->broken)
		worth_fault(b, n, "broken: %s", d->broken ? "what was built was changed" :
			    "the report does not say so");
	if (!d->executed)
		worth_fault(b, n, "no case was executed: nothing is shown");
}

static void
check_hash(struct buf *b, size_t *n, const char *id, const char *what, const char *text,
	   const char *said)
{
	char hash[REP_HASH_SIZE];

	if (!text != !said ||
	    (text && strcmp(said, rep_hash(hash, text, strlen(text))) != 0))
		worth_fault(b, n, "%s: its %s is not what was hashed", id, what);
}

/* the outcomes that fail a run, whatever its level is */
static bool
always_fails(enum outcome o)
{
	return o == OUT_FAIL || o == OUT_CRASH || o == OUT_TIMEOUT || o == OUT_XPASS ||
	       o == OUT_FLAKY || o == OUT_BROKEN;
}

static void
check_outcome(struct buf *b, size_t *n, const struct doc *d, const struct doc_result *r)
{
	bool fails = r->outcome == OUT_DETAIL ? !strcmp(d->level, vocab_level(true)) :
					       always_fails(r->outcome);
	bool listed = r->outcome == OUT_XFAIL || r->outcome == OUT_XPASS;

	if (fails != r->unexpected)
		worth_fault(b, n, "%s: %s cannot be %s", r->id, outcome_name(r->outcome),
			    r->unexpected ? "unexpected" : "expected");
	if (listed && !r->known_file)
		worth_fault(b, n, "%s: %s without a known line", r->id, outcome_name(r->outcome));
	if (!r->executed && r->outcome != OUT_SKIP && r->outcome != OUT_BROKEN &&
	    r->outcome != OUT_XFAIL)
		worth_fault(b, n, "%s: %s, but it was not executed", r->id,
			    outcome_name(r->outcome));
	if (r->outcome == OUT_PASS && r->diff)
		worth_fault(b, n, "%s: PASS with a difference", r->id);
	else if (r->outcome == OUT_PASS && (r->cause || r->line))
		worth_fault(b, n, "%s: PASS with a cause, or the line of a difference", r->id);
	if (r->outcome == OUT_SKIP && r->executed)
		worth_fault(b, n, "%s: SKIP, but it was executed", r->id);
	if (r->outcome == OUT_SKIP && !r->reason)
		worth_fault(b, n, "%s: SKIP without a reason", r->id);
}

/* FLAKY is proven by its attempts, and nothing else may hide that they differ */
static void
check_attempts(struct buf *b, size_t *n, const struct doc_result *r)
{
	bool differ = false;

	if (r->attempts != (r->ntries ? r->ntries : r->executed) || r->ntries == 1)
		worth_fault(b, n, "%s: %zu attempts, of which %zu are told", r->id, r->attempts,
			    r->ntries);
	for (size_t i = 0; i < r->ntries; i++) {
		differ |= r->tries[i].outcome != r->tries[0].outcome;
		check_hash(b, n, r->id, "attempt", r->tries[i].got, r->tries[i].got_hash);
	}
	if (differ != (r->outcome == OUT_FLAKY))
		worth_fault(b, n, "%s: %s, but its attempts %s", r->id, outcome_name(r->outcome),
			    differ ? "differ" : "do not differ");
	else if (r->ntries && !differ && r->tries[0].outcome != r->outcome)
		worth_fault(b, n, "%s: %s, but its attempts were %s", r->id,
			    outcome_name(r->outcome), outcome_name(r->tries[0].outcome));
}

size_t
worth_faults(struct buf *b, const struct doc *d)
{
	size_t n = 0;

	if (strcmp(d->level, vocab_level(false)) != 0 && strcmp(d->level, vocab_level(true)) != 0)
		worth_fault(b, &n, "level: there is none with the name %s", d->level);
	check_counts(b, &n, d);
	check_causes(b, &n, d);
	for (size_t i = 0; i < d->n; i++) {
		const struct doc_result *r = &d->v[i];

		if (i && !strcmp(r[-1].id, r->id))
			worth_fault(b, &n, "%s: it is there twice", r->id);
		check_outcome(b, &n, d, r);
		check_attempts(b, &n, r);
		check_hash(b, &n, r->id, "transcript", r->got, r->got_hash);
		check_hash(b, &n, r->id, "cause", r->cause, r->cause_id);
	}
	return n;
}

static size_t
good_cases(const struct doc *d)
{
	size_t good = 0;

	for (size_t i = 0; i < d->n; i++)
		good += doc_good(&d->v[i]);
	return good;
}

void
worth_line(struct arena *a, struct buf *b, const struct doc *d)
{
	struct buf line = {0};

	buf_printf(&line, "%s, answered by %s, level %s, %s, %s: %zu of %zu cases; %zu right, "
		   "%zu skipped, %zu known, %zu unexpected", doc_name(a, d),
		   d->program ? d->program : "a program that was not seen", d->level, d->isolation,
		   d->isolated_by, d->n, d->found, good_cases(d), d->counts[OUT_SKIP],
		   d->counts[OUT_XFAIL], d->unexpected);
	text_clean(b, buf_str(&line), line.len);
	buf_free(&line);
}

/* the words and the colour of a badge; the words alone say all */
static const char *
message(struct arena *a, const struct doc *d, const char **color, const char **rgb)
{
	size_t applies = d->n - d->counts[OUT_SKIP];
	bool bad = d->unexpected || d->broken, whole = d->complete && d->executed;

	*color = bad ? "red" : whole ? "brightgreen" : "lightgrey";
	*rgb = bad ? "#b3261e" : whole ? "#1a7f37" : "#5a6068";
	if (!whole)
		return arena_printf(a, "%s: incomplete", doc_name(a, d));
	if (d->unexpected)
		return arena_printf(a, "%s: %zu of %zu unexpected", doc_name(a, d), d->unexpected,
				    applies);
	if (d->broken)
		return arena_printf(a, "%s: broken", doc_name(a, d));
	return arena_printf(a, "%s: %zu of %zu right", doc_name(a, d), good_cases(d), applies);
}

/* characters of UTF-8 text */
static size_t
characters(const char *text)
{
	size_t n = 0;

	for (; *text; text++)
		n += ((unsigned char)*text & 0xc0) != 0x80;
	return n;
}

void
badge_svg(struct arena *a, struct buf *b, const struct doc *d)
{
	static const char label[] = "dynload-cts";
	enum { CHAR = 7, PAD = 12, LABEL = CHAR * 11 + PAD }; /* pixels */
	const char *color, *rgb, *text = message(a, d, &color, &rgb);
	size_t width = CHAR * characters(text) + PAD;

	buf_printf(b, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%zu\" height=\"20\" "
		   "role=\"img\" aria-label=\"%s: ", LABEL + width, label);
	html_text(b, text);
	buf_printf(b, "\"><rect width=\"%d\" height=\"20\" fill=\"#444c56\"/>"
		   "<rect x=\"%d\" width=\"%zu\" height=\"20\" fill=\"%s\"/>"
		   "<g fill=\"#fff\" font-family=\"Verdana,DejaVu Sans,sans-serif\" "
		   "font-size=\"11\"><text x=\"6\" y=\"14\" textLength=\"%d\">%s</text>"
		   "<text x=\"%d\" y=\"14\" textLength=\"%zu\">",
		   LABEL, LABEL, width, rgb, LABEL - PAD, label, LABEL + 6, width - PAD);
	html_text(b, text);
	buf_puts(b, "</text></g></svg>\n");
}

void
badge_json(struct arena *a, struct buf *b, const struct doc *d)
{
	const char *color, *rgb, *text = message(a, d, &color, &rgb);
	struct buf clean = {0};
	json_t *root;
	char *dumped;

	text_clean(&clean, text, strlen(text));
	root = json_pack("{s:i, s:s, s:s, s:s}", "schemaVersion", 1, "label", "dynload-cts",
			 "message", buf_str(&clean), "color", color);
	dumped = json_dumps(root, JSON_INDENT(1));
	if (!dumped)
		die("badge: cannot hold the message");
	buf_printf(b, "%s\n", dumped);
	free(dumped);
	json_decref(root);
	buf_free(&clean);
}
