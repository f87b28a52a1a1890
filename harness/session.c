#include "session.h"

#include <string.h>

#include "bless.h"
#include "casefile.h"
#include "cunit_bridge.h"
#include "options.h"
#include "run.h"
#include "session_private.h"
#include "suite.h"
#include "util.h"
#include "verdict.h"

static void
adapter_broken(struct session_work *w, const struct result *r)
{
	w->broken = w->stop = true;
	w->summary.stopped = arena_printf(w->a, "adapter broken: %s", r->cs->id);
	run_stop(w->run);
}

/* the adapter is judged before anything is believed of it */
static void
preflight(struct session_work *w)
{
	for (size_t i = 0; i < w->hidden && !w->stop; i++) {
		const struct result *r = run_wait(w->run, i);

		if (!r)
			return;
		if (!r->unexpected)
			continue;
		adapter_broken(w, r);
		fprintf(stderr, "%s: adapter broken: %s %s: %s\n%s%s", argv0,
			outcome_name(r->outcome), r->cs->id, r->reason ? r->reason : "",
			r->diff ? r->diff : "", r->log ? r->log : "");
	}
}

static const struct result *
wait_case(void *ctx, size_t i)
{
	struct session_work *w = ctx;
	const struct result *r;

	if (w->stop || *w->interrupted)
		return NULL;
	r = run_wait(w->run, w->hidden + i);
	if (!r)
		return NULL;
	w->results[i] = r;
	reports_result(&w->reports, &w->summary, r);
	w->broken |= r->outcome == OUT_BROKEN;
	if (r->unexpected && session_is_protocol(r->cs)) {
		adapter_broken(w, r);
	} else if (r->unexpected && w->o->stop_first) {
		w->stop = true;
		w->summary.stopped = "-x: stopped after the first unexpected result";
		run_stop(w->run);
	}
	return r;
}

/* after an interruption: what other workers had finished meanwhile is reported too */
static void
collect_rest(struct session_work *w)
{
	for (size_t i = 0; i + w->hidden < w->n; i++) {
		const struct result *r = run_result(w->run, w->hidden + i);

		if (w->results[i] || !r || (!r->executed && r->outcome == OUT_SKIP))
			continue;
		w->results[i] = r;
		reports_result(&w->reports, &w->summary, r);
	}
}

static void
round_of_cases(struct session_work *w)
{
	static const struct bridge_ops ops = {wait_case};
	int failed;

	preflight(w);
	if (w->stop)
		return;
	failed = bridge_run(&ops, w, w->list + w->hidden, w->n - w->hidden);
	if (failed < 0) {
		w->broken = true;
		w->summary.stopped = "CUnit could not be set up";
	} else if ((size_t)failed != w->summary.unexpected) {
		warn("CUnit counts %d failed tests, the results say %zu", failed,
		     w->summary.unexpected);
		w->broken = true;
	}
	if (*w->interrupted)
		collect_rest(w);
}

static void
write_failed(struct session_work *w)
{
	struct buf b = {0};
	const char *dir = arena_printf(w->a, "%s/build/state", w->suite->root);

	for (size_t i = 0; i + w->hidden < w->n; i++) {
		if (w->results[i] && w->results[i]->unexpected)
			buf_printf(&b, "%s\n", w->results[i]->cs->id);
	}
	if (!dir_make(dir))
		file_write(arena_printf(w->a, "%s/failed", dir), buf_str(&b), b.len);
	buf_free(&b);
}

/* what was reached, without gaps, for the reporters; *n gets the number */
static const struct result **
reached(struct session_work *w, size_t *n)
{
	size_t all = w->n - w->hidden;
	const struct result **v = arena_alloc(w->a, (all + 1) * sizeof(*v));

	*n = 0;
	for (size_t i = 0; i < all; i++) {
		if (w->results[i])
			v[(*n)++] = w->results[i];
	}
	return v;
}

/* results outlive the run in the session's arena, for the matrix */
static const struct result *const *
keep_results(struct session_work *w)
{
	size_t n = w->n - w->hidden;
	const struct result **kept = arena_alloc(w->a, (n + 1) * sizeof(*kept));

	for (size_t i = 0; i < n; i++) {
		struct result *copy;

		if (!w->results[i])
			continue;
		copy = arena_alloc(w->a, sizeof(*copy));
		copy->cs = w->results[i]->cs;
		copy->outcome = w->results[i]->outcome;
		copy->unexpected = w->results[i]->unexpected;
		kept[i] = copy;
	}
	return kept;
}

static int
exit_code(const struct session_work *w, int report_failed)
{
	const struct summary *s = &w->summary;

	if (*w->interrupted)
		return 128 + *w->interrupted;
	if (w->broken || report_failed)
		return 2;
	if (s->executed < w->o->min) {
		warn("%zu cases executed, expected at least %u (--min)", s->executed, w->o->min);
		return 2;
	}
	return s->unexpected ? 1 : 0;
}

static void
bless_all(struct session_work *w)
{
	for (size_t i = 0; i + w->hidden < w->n; i++) {
		if (w->results[i])
			w->broken |= bless_result(w->suite, &w->target.facts, w->results[i]) != 0;
	}
}

/* one round; returns its exit code */
static int
run_round(struct session_work *w, struct session *s, const char *loader)
{
	const struct result **all;
	size_t n;
	int bad;

	w->started = now_seconds();
	memset(w->results, 0, (w->n - w->hidden) * sizeof(*w->results));
	w->broken = w->stop = false;
	if (session_make_run(w, loader))
		return 2;
	session_describe(w, loader);
	if (reports_open(w->a, &w->reports, w->o, s->number)) {
		run_free(w->run);
		return 2;
	}
	reports_begin(&w->reports, &w->summary);
	round_of_cases(w);
	w->summary.interrupted = *w->interrupted;
	w->summary.seconds = now_seconds() - w->started;
	all = reached(w, &n);
	bad = reports_end(&w->reports, &w->summary, all, n);
	if (w->o->bless)
		bless_all(w);
	write_failed(w);
	s->results = keep_results(w);
	run_free(w->run);
	return exit_code(w, bad);
}

void
session_run(struct arena *a, struct session *s, const struct options *o,
	    const struct suite *suite, const struct casefile *const *cases, size_t n,
	    const char *loader, const volatile int *interrupted)
{
	struct session_work w = {.a = a, .o = o, .suite = suite, .interrupted = interrupted};
	struct target_config *config = arena_alloc(a, sizeof(*config));

	*config = (struct target_config){
		.home = o->home,
		.root = o->root,
		.loader = loader,
		.plugin = o->plugin,
		.name = o->target,
		.wrapper = o->wrapper,
		.hello_timeout = 10 * o->timeout_scale,
		.jobs = o->jobs,
		.progress = o->verbose < 0 ? NULL : stderr,
		.interrupted = interrupted,
	};
	s->label = loader;
	s->exit_code = 2;
	session_make_list(&w, cases, n);
	if (session_prepare(&w, config, s->known)) {
		if (*interrupted)
			s->exit_code = 128 + *interrupted;
		return;
	}
	for (unsigned round = 1; round <= o->repeat; round++) {
		s->exit_code = run_round(&w, s, loader);
		if (o->repeat > 1 && s->exit_code)
			warn("round %u of %u was not clean", round, o->repeat);
		if (s->exit_code)
			return;
	}
}
