/*
 * The reports of all shards of a run as one, in every format, as if the run had not been divided.
 * report/merge.h proves that nothing is missing; here the results become what a run has.
 */
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/casefile.h"
#include "format/known.h"
#include "format/settings.h"
#include "report/doc.h"
#include "report/merge.h"
#include "reports.h"
#include "run/run_causes.h"
#include "run/session_report.h"
#include "run/suite.h"
#include "run/weights_file.h"

struct merging {
	struct arena *a;
	const struct suite *suite;
	const struct doc *docs;
	size_t n;
	struct result *results;       /* in the order of the suite */
	const struct result **all;    /* pointers to them */
	const struct result **by_case; /* NULL: not selected */
	size_t nresults;
	struct summary summary;
};

static const struct attempt *
tries(struct arena *a, const struct doc_result *r)
{
	struct attempt *v = arena_alloc(a, (r->ntries + 1) * sizeof(*v));

	for (size_t i = 0; i < r->ntries; i++)
		v[i] = (struct attempt){r->tries[i].outcome, r->tries[i].reason, r->tries[i].got,
					r->tries[i].log, r->tries[i].seconds};
	return r->ntries ? v : NULL;
}

static const struct known_line *
known(struct arena *a, const struct doc_result *r)
{
	struct known_line *line;

	if (!r->known_file)
		return NULL;
	line = arena_alloc(a, sizeof(*line));
	line->path = r->known_file;
	line->line = r->known_line;
	return line;
}

/* the case as the run saw it: its path may have been told otherwise there */
static const struct casefile *
case_of(struct arena *a, const struct casefile *c, const struct doc_result *r)
{
	struct casefile *copy = arena_alloc(a, sizeof(*copy));

	*copy = *c;
	copy->path = r->path ? r->path : c->path;
	return copy;
}

static void
take(struct merging *m, size_t i, const struct doc_result *r)
{
	struct result *res = &m->results[m->nresults];

	*res = (struct result){
		.cs = case_of(m->a, &m->suite->cases[i], r),
		.outcome = r->outcome, .happened = r->outcome,
		.known = known(m->a, r),
		.executed = r->executed, .unexpected = r->unexpected,
		.line = r->line,
		.lacks = r->lacks,
		.reason = r->reason,
		/* it is settled again, with all results in view */
		.cause = r->own_cause ? r->own_cause : r->cause,
		.diff = r->diff, .log = r->log, .got = r->got, .rerun = r->rerun,
		.attempts = (unsigned)r->attempts, .tries = tries(m->a, r),
		.deadline = r->deadline, .seconds = r->seconds, .cpu_seconds = r->cpu,
		.max_rss_kb = (long)r->rss,
	};
	m->all[m->nresults++] = res;
	m->by_case[i] = res;
}

static void
take_results(struct merging *m)
{
	size_t size = m->suite->n + 1;

	m->results = arena_alloc(m->a, size * sizeof(*m->results));
	m->all = arena_alloc(m->a, size * sizeof(*m->all));
	m->by_case = arena_alloc(m->a, size * sizeof(*m->by_case));
	for (size_t i = 0; i < m->suite->n; i++) {
		const struct doc_result *r = NULL;

		for (size_t k = 0; k < m->n && !r; k++)
			r = doc_find(&m->docs[k], m->suite->cases[i].id);
		if (r)
			take(m, i, r);
	}
	if (m->nresults != m->docs[0].shard.selected)
		die("merge: the suite has %zu of the %zu cases", m->nresults,
		    m->docs[0].shard.selected);
	run_causes_settle(m->a, m->results, m->nresults);
}

static char **
words(struct arena *a, const json_t *array)
{
	char **v = arena_alloc(a, (json_array_size(array) + 1) * sizeof(*v));
	const json_t *word;
	size_t i;

	json_array_foreach(array, i, word)
		v[i] = arena_strdup(a, json_string_value(word) ? json_string_value(word) : "");
	return v;
}

/* the values of a key of `machine` in all reports, each once; NULL: it is in none */
static const char *
machines(const struct merging *m, const char *key)
{
	const char *all = NULL;

	for (size_t k = 0; k < m->n; k++) {
		const json_t *machine = json_object_get(m->docs[k].root, "machine");
		const char *one = json_string_value(json_object_get(machine, key));

		if (one && (!all || !strstr(all, one)))
			all = all ? arena_printf(m->a, "%s, %s", all, one) : one;
	}
	return all;
}

/* the end of a number with a point, which is a time: "0.75"; s if there is none */
static const char *
after_time(const char *s)
{
	size_t whole = strspn(s, "0123456789");
	size_t part = whole && s[whole] == '.' ? strspn(s + whole + 1, "0123456789") : 0;

	return part ? s + whole + 1 + part : s;
}

/* are they the same but for times? */
static bool
same_note(const char *x, const char *y)
{
	while (*x && *y) {
		const char *end_x = after_time(x), *end_y = after_time(y);

		if (end_x > x && end_y > y) {
			x = end_x;
			y = end_y;
		} else if (*x++ != *y++) {
			return false;
		}
	}
	return !*x && !*y;
}

static bool
has(const char *const *v, size_t n, const char *s)
{
	for (size_t i = 0; i < n; i++) {
		if (same_note(v[i], s))
			return true;
	}
	return false;
}

/* the notes of all reports, each once, with the time of the first */
static const char *const *
notes(const struct merging *m)
{
	const char **v;
	size_t most = 0, n = 0;

	for (size_t k = 0; k < m->n; k++)
		most += json_array_size(json_object_get(m->docs[k].root, "notes"));
	v = arena_alloc(m->a, (most + 1) * sizeof(*v));
	for (size_t k = 0; k < m->n; k++) {
		char **own = words(m->a, json_object_get(m->docs[k].root, "notes"));

		for (; *own; own++) {
			if (!has(v, n, *own))
				v[n++] = *own;
		}
	}
	return v;
}

/* the first date, the longest time, and whether one of the runs was broken */
static void
add_runs(struct summary *s, const struct doc *docs, size_t n)
{
	for (size_t k = 0; k < n; k++) {
		const char *date = docs[k].date;

		if (date && (!s->date || strcmp(date, s->date) < 0))
			s->date = date;
		if (docs[k].seconds > s->seconds)
			s->seconds = docs[k].seconds;
		s->broken |= docs[k].broken;
	}
}

static void
describe(struct merging *m, const struct options *o)
{
	const struct doc *d = &m->docs[0];
	const json_t *target = json_object_get(d->root, "target");
	const json_t *chosen = json_object_get(d->root, "chosen");

	m->summary = (struct summary){
		.command = o->command,
		.machine = {machines(m, "host"), machines(m, "kernel"), machines(m, "libc"),
			    machines(m, "compiler")},
		.revision = d->revision, .hash = d->hash,
		.target = d->target, .loader = d->loader, .program = d->program,
		.unseen = json_string_value(json_object_get(target, "unseen")),
		.env = words(m->a, json_object_get(target, "env")),
		.adapter = d->adapter,
		.facts = &d->facts,
		.level = d->level,
		.chosen = {
			.level = json_is_true(json_object_get(chosen, "level")),
			.list = json_is_true(json_object_get(chosen, "list")),
			.path = json_string_value(json_object_get(chosen, "file")),
			.lines = (size_t)json_integer_value(json_object_get(chosen, "lines")),
		},
		.isolation = d->isolation, .isolated_by = d->isolated_by,
		.notes = notes(m),
		.found = d->found,
		.planned = m->nresults,
	};
	add_runs(&m->summary, m->docs, m->n);
}

/* 0, or -1 if a report could not be written */
static int
report(struct merging *m, const struct options *o)
{
	struct report_gather gather = {.documents = json_array(), .number = 1,
				       .sources = m->suite->sources};
	struct session_reports reports;
	int bad = reports_open(m->a, &reports, o, &gather);

	if (!bad) {
		reports_begin(&reports, &m->summary);
		for (size_t i = 0; i < m->nresults; i++)
			reports_result(&reports, &m->summary, m->all[i]);
		bad = reports_end(&reports, &m->summary, m->all, m->nresults);
	}
	json_decref(gather.documents);
	return bad;
}

/* that of the run: see session.c */
static int
exit_code(const struct merging *m, const struct options *o)
{
	const struct summary *s = &m->summary;
	size_t min = o->min_is_set ? o->min : 1;

	if (s->executed < min)
		warn("%zu cases executed, expected at least %zu (--min)", s->executed, min);
	if (s->executed < min || s->broken || s->counts[OUT_BROKEN])
		return EXIT_USAGE;
	return s->unexpected ? 1 : 0;
}

int
reports_merge(struct arena *a, const struct options *o)
{
	size_t n = text_count(o->files);
	struct doc *docs = arena_alloc(a, (n + 1) * sizeof(*docs));
	struct merging m = {.a = a, .docs = docs, .n = n};
	struct errors errors = {0};
	struct suite suite;
	const char *why;
	int code = EXIT_USAGE;

	for (size_t i = 0; i < n; i++)
		doc_read(a, &docs[i], o->files[i]);
	why = merge_fault(a, docs, n);
	if (why)
		die("merge: %s", why);
	suite_load(a, &suite, o->root, &errors);
	errors_die(&errors);
	if (strcmp(docs[0].hash, suite.hash) != 0)
		die("merge: they are of another suite: its hash is %s, here %s", docs[0].hash,
		    suite.hash);
	m.suite = &suite;
	take_results(&m);
	describe(&m, o);
	if (!report(&m, o))
		code = exit_code(&m, o);
	if (o->write_weights && weights_write(a, o->write_weights, &suite, m.by_case))
		code = EXIT_USAGE;
	suite_free(&suite);
	for (size_t i = 0; i < n; i++)
		doc_free(&docs[i]);
	return code;
}
