#include "big_docs.h"

#include <string.h>

#include "base/util.h"
#include "format/casefile.h"
#include "format/expected.h"
#include "format/expr.h"
#include "format/known.h"
#include "format/result.h"
#include "report/rep_json.h"
#include "report/report.h"
#include "run/suite.h"
#include "sample_reports.h"

/* the kinds of loader in turn: three interpreters, another implementation, a plug-in with bugs */
enum { KINDS = 5, OTHER = 3, BUGGY = 4 };

static const struct known_line known = {
	.kind = KNOWN_FAIL, .path = "expected/known/some.known", .line = 40, .glob = "*/*",
};

static void
add_facts(struct arena *a, struct facts *f, size_t k)
{
	static const char *const caps[] = {
		"abi3", "audit", "deepbind", "dlflags", "exec-phases", "fork", "importlib", "lazy",
		"native", "root", "subinterp", "threads", "unload", "options", "finalizes",
		"reinit", "main-interp", "stdout",
	};
	const char *version = arena_printf(a, "3.%zu.%zu", 9 + k % 7, k);

	facts_add(a, f, "impl", arena_printf(a, "%s-%s", k % KINDS == OTHER ? "pypy" : "cpython",
					     version));
	facts_add(a, f, "py", version);
	facts_add(a, f, "libc", k % 2 ? "musl-1.2.3" : "glibc-2.36");
	facts_add(a, f, "arch", k % 4 == 1 ? "i386" : "x86_64");
	facts_add(a, f, "gil", "1");
	facts_add(a, f, "debug", "0");
	/* another implementation lacks some */
	for (size_t i = 0; i < LENGTH(caps); i++) {
		if (k % KINDS != OTHER || i % 4)
			facts_add(a, f, "cap", caps[i]);
	}
}

static const char *
joined(struct arena *a, char **lines, size_t n)
{
	const char *all = "";

	for (size_t i = 0; i < n; i++)
		all = arena_printf(a, "%s%s%s", all, i ? "\n" : "", lines[i]);
	return all;
}

/* the last line of the transcript is another one, with texts of this case and loader */
static void
depart(struct arena *a, struct result *r, char **lines, size_t n, size_t k)
{
	const char *got = arena_printf(a, "= <module \"%s\" \"$FIX/%s/%s$EXT\"> of loader %zu",
				       r->cs->name, r->cs->area, r->cs->name, k);

	r->diff = arena_printf(a, "@@ -%zu +%zu @@ %s\n %s\n-%s\n+%s\n", n, n, lines[0],
			       n > 1 ? lines[n - 2] : "", lines[n - 1], got);
	r->reason = arena_printf(a, "expected %s, got = <module \"NAME\" \"FILE\">", lines[n - 1]);
	r->got = arena_printf(a, "%s\n%s", joined(a, lines, n - 1), got);
}

/* how often a kind departs, as the kinds do that were run */
static void
judge(struct arena *a, struct result *r, char **lines, size_t n, size_t i, size_t k)
{
	bool often = k % KINDS == OTHER, buggy = k % KINDS == BUGGY;

	r->outcome = OUT_PASS;
	if (buggy && (i + k) % 5 == 0)
		r->outcome = OUT_FAIL;
	else if ((often || buggy) && i % 7 == 1)
		r->outcome = OUT_DETAIL;
	else if (often ? i % 12 == 2 : i % 200 == 2)
		r->outcome = OUT_XFAIL;
	r->happened = r->outcome;
	if (r->outcome != OUT_PASS)
		depart(a, r, lines, n, k);
	r->unexpected = r->outcome == OUT_FAIL;
	r->cause = r->unexpected ? r->reason : NULL;
	r->log = r->unexpected ? "a line of output" : NULL;
	r->known = r->outcome == OUT_XFAIL ? &known : NULL;
}

static void
make_result(struct arena *a, const struct suite *s, const struct facts *facts, struct result *r,
	    size_t i, size_t k)
{
	struct casefile *c = arena_alloc(a, sizeof(*c));
	struct errors errors = {0};
	struct expected expected;
	char **lines;
	size_t n;

	*c = s->cases[i % s->n];
	if (i >= s->n)
		c->id = arena_printf(a, "%s-again", c->id);
	*r = (struct result){.cs = c, .outcome = OUT_SKIP, .line = 4, .attempts = 1,
			     .rerun = arena_printf(a, "./run_tests.sh --loader python3 %s", c->id)};
	if (c->requires && !expr_eval(c->requires, facts)) {
		r->reason = arena_printf(a, "requires %s", c->requires_text);
		return;
	}
	if (suite_expected(a, s, &s->cases[i % s->n], &expected, &errors))
		errors_die(&errors);
	lines = expected_resolve(a, &expected, facts, &n, NULL);
	r->executed = true;
	r->got = joined(a, lines, n);
	judge(a, r, lines, n, i, k);
}

json_t *
big_document(struct arena *a, const struct suite *s, size_t n, size_t k)
{
	struct result *results = arena_alloc(a, n * sizeof(*results));
	const struct result **all = arena_alloc(a, n * sizeof(*all));
	struct facts facts = {0};
	struct sample sample;
	struct summary sum;

	sample_fill(&sample, &sum, SAMPLE_NONE);
	add_facts(a, &facts, k);
	sum.facts = &facts;
	sum.target = facts_get(&facts, "impl");
	sum.found = sum.planned = n;
	for (size_t i = 0; i < n; i++) {
		make_result(a, s, &facts, &results[i], i, k);
		all[i] = &results[i];
		summary_count(&sum, all[i]);
	}
	return rep_json_document(&sum, all, n);
}
