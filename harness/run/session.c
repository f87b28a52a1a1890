#include "run/session.h"

#include <string.h>

#include "run/bless.h"
#include "format/casefile.h"
#include "format/limits.h"
#include "run/cunit_bridge.h"
#include "format/settings.h"
#include "run/retry.h"
#include "run/run.h"
#include "run/session_private.h"
#include "run/suite.h"
#include "base/util.h"
#include "run/verdict.h"
#include "run/weights_file.h"

bool
session_is_refused(struct session_work *w)
{
	const char *why = run_refused(w->run);

	if (!why || w->summary.stopped == why)
		return why;
	w->broken = w->stop = true;
	w->summary.stopped = why;
	warn("%s", why);
	return true;
}

static void
adapter_broken(struct session_work *w, const struct result *r)
{
	w->broken = w->stop = true;
	w->summary.stopped = arena_printf(w->a, "adapter broken: %s", r->cs->id);
	run_stop(w->run);
}

/* the protocol cases come first: without a correct adapter no other result means anything */
static void
preflight(struct session_work *w)
{
	for (size_t i = 0; i < w->hidden && !w->stop; i++) {
		const struct result *r = run_wait(w->run, i);

		if (session_is_refused(w) || !r)
			return;
		if (!r->unexpected)
			continue;
		adapter_broken(w, r);
		warn("adapter broken: %s %s: %s\n%s%s", outcome_name(r->outcome), r->cs->id,
		     r->reason ? r->reason : "", r->diff ? r->diff : "", r->log ? r->log : "");
	}
}

void
session_take(struct session_work *w, size_t i, const struct result *r)
{
	w->results[i] = r;
	w->summary.building = run_is_building(w->run);
	reports_result(&w->reports, &w->summary, r);
	w->broken |= r->outcome == OUT_BROKEN;
}

static const struct result *
wait_case(void *ctx, size_t i)
{
	struct session_work *w = ctx;
	const struct result *r;
	bool again;

	if (w->stop || *w->interrupted)
		return NULL;
	r = run_wait(w->run, w->hidden + i);
	if (session_is_refused(w) || !r)
		return NULL;
	again = session_wants_again(w, r);
	if (again)
		w->again[w->nagain++] = i;
	else
		session_take(w, i, r);
	if (r->unexpected && session_is_protocol(r->cs)) {
		adapter_broken(w, r);
	} else if (r->unexpected && w->o->stop_first) {
		w->stop = true;
		w->summary.stopped = "-x: stopped after the first unexpected result";
		run_stop(w->run);
	}
	return again ? NULL : r;
}

/* after an interruption: report what other workers finished in the meantime, too */
static void
collect_rest(struct session_work *w)
{
	for (size_t i = 0; i + w->hidden < w->n; i++) {
		const struct result *r = run_result(w->run, w->hidden + i);

		if (w->results[i] || !r || (!r->executed && r->outcome == OUT_SKIP))
			continue;
		session_take(w, i, r);
	}
}

/* what waits to be run again, and was not, is reported as it was: no result is lost */
static void
collect_again(struct session_work *w)
{
	for (size_t k = 0; k < w->nagain; k++) {
		size_t i = w->again[k];

		if (!w->results[i])
			session_take(w, i, run_result(w->run, w->hidden + i));
	}
}

static void
round_of_cases(struct session_work *w)
{
	static const struct bridge_ops ops = {wait_case};
	int failed, again;

	preflight(w);
	if (w->stop)
		return;
	failed = bridge_run(&ops, w, w->list + w->hidden, w->n - w->hidden);
	again = session_run_again(w);
	failed = failed < 0 || again < 0 ? -1 : failed + again;
	if (failed < 0) {
		w->broken = true;
		w->summary.stopped = "CUnit could not be set up";
	} else if ((size_t)failed != w->summary.unexpected) {
		warn("CUnit counts %d failed tests, the results say %zu", failed,
		     w->summary.unexpected);
		w->broken = true;
	}
	collect_again(w);
	if (*w->interrupted)
		collect_rest(w);
}

/* the results of the cases that were reached, without gaps; *n gets their number */
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

/*
 * Copy the results into the session's arena for the matrix, which needs them after the run. They
 * are in the order of the cases that all sessions were given; this session may have left some out.
 */
static const struct result *const *
keep_results(struct session_work *w)
{
	const struct result **kept = arena_alloc(w->a, (w->ngiven + 1) * sizeof(*kept));
	size_t next = 0;

	for (size_t i = 0; i < w->ngiven && w->hidden + next < w->n; i++) {
		const struct result *from;
		struct result *copy;

		if (w->list[w->hidden + next] != w->given[i])
			continue;
		from = w->results[next++];
		if (!from)
			continue;
		copy = arena_alloc(w->a, sizeof(*copy));
		copy->cs = from->cs;
		copy->outcome = from->outcome;
		copy->unexpected = from->unexpected;
		kept[i] = copy;
	}
	return kept;
}

static int
exit_code(const struct session_work *w, bool bad)
{
	const struct summary *s = &w->summary;

	if (*w->interrupted)
		return 128 + *w->interrupted;
	if (w->broken || bad)
		return 2;
	if (s->executed < w->o->min) {
		warn("%zu cases executed, expected at least %u (--min)", s->executed, w->o->min);
		return 2;
	}
	return s->unexpected ? 1 : 0;
}

/* a case that could not be blessed makes the run fail, a case that was not run does not */
static void
bless_all(struct session_work *w)
{
	const struct bless_by by = {w->suite, &w->target.facts, &w->known};
	size_t n[BLESS_COUNT] = {0}, missed = 0;

	for (size_t i = 0; i + w->hidden < w->n; i++) {
		if (w->results[i])
			n[bless_result(&by, w->results[i])]++;
		else
			missed++;
	}
	if (missed)
		warn("not blessed: %zu cases that the run did not reach", missed);
	printf("blessed %zu, left %zu; %zu right already\n", n[BLESS_DONE],
	       n[BLESS_LEFT] + n[BLESS_SKIPPED] + missed, n[BLESS_RIGHT]);
	w->broken |= n[BLESS_LEFT] > 0;
}

/* one round; returns its exit code */
static int
run_round(struct session_work *w, struct session *s, const char *loader)
{
	const struct result **all;
	const char *near;
	size_t n;
	bool empty;
	int bad;

	w->started = now_seconds();
	memset(w->results, 0, (w->n - w->hidden) * sizeof(*w->results));
	w->broken = w->stop = false;
	w->nagain = 0;
	if (session_make_run(w, loader))
		return 2;
	session_describe(w, loader);
	if (reports_open(w->a, &w->reports, w->o, s->gather)) {
		run_free(w->run);
		return 2;
	}
	reports_begin(&w->reports, &w->summary);
	round_of_cases(w);
	w->summary.interrupted = *w->interrupted;
	w->summary.seconds = now_seconds() - w->started;
	all = reached(w, &n);
	near = retry_near(w->a, all, n);
	if (near)
		session_note(w, near);
	empty = session_check_empty(w);
	session_check_files(w);
	session_check_damage(w);
	run_settle(w->run);
	w->summary.broken = w->broken;
	bad = reports_end(&w->reports, &w->summary, all, n);
	if (empty)
		session_tell_empty(all, n);
	if (w->o->bless)
		bless_all(w);
	if (w->o->write_known && session_write_known(w))
		w->broken = true;
	if (w->o->write_weights &&
	    weights_write(w->a, w->o->write_weights, w->suite, session_by_case(w, &n)))
		w->broken = true;
	session_write_failed(w);
	session_write_last(w);
	s->results = keep_results(w);
	run_free(w->run);
	return exit_code(w, bad || empty);
}

static struct target_config *
make_config(struct arena *a, const struct options *o, const struct suite *suite,
	    const char *loader, const volatile int *interrupted)
{
	struct target_config *config = arena_alloc(a, sizeof(*config));

	*config = (struct target_config){
		.home = o->home,
		.root = o->root,
		.build = o->build,
		.shared = o->shared,
		.loader = loader,
		.plugin = o->plugin,
		.name = o->target,
		.wrapper = o->wrapper,
		.env = o->env,
		.weak = o->weak,
		.limits = o->limits,
		.hello_timeout = HELLO_SECONDS * o->timeout_scale,
		.shown = suite->shown,
		.cc = o->cc,
		.interrupted = interrupted,
	};
	return config;
}

/* prepare the first round, from hello on; -1 if nothing has to run, or with a warning */
static int
begin(struct session_work *w, struct session *s, const char *loader)
{
	size_t n = w->ngiven;
	const struct casefile **chosen = arena_alloc(w->a, (n + 1) * sizeof(*chosen));

	memcpy(chosen, w->given, n * sizeof(*chosen));
	if (session_hello(w, make_config(w->a, w->o, w->suite, loader, w->interrupted)))
		return -1;
	if (w->o->failed && session_select_failed(w, chosen, &n))
		return -1;
	/* a shard may be empty */
	s->idle = w->o->failed && !n && !w->o->shards;
	session_make_list(w, chosen, n);
	return s->idle ? -1 : session_prepare(w, s->known);
}

static void
rounds(struct session_work *w, struct session *s, const char *loader)
{
	for (unsigned round = 1; round <= w->o->repeat; round++) {
		s->exit_code = run_round(w, s, loader);
		if (w->o->repeat > 1 && s->exit_code)
			warn("round %u of %u was not clean", round, w->o->repeat);
		if (s->exit_code)
			return;
	}
}

void
session_run(struct arena *a, struct session *s, const struct options *o,
	    const struct suite *suite, const struct casefile *const *cases, size_t n,
	    const char *loader, const volatile int *interrupted)
{
	struct session_work w = {.a = a, .o = o, .suite = suite, .interrupted = interrupted,
				 .given = cases, .ngiven = n, .shard = s->shard};

	s->label = loader;
	s->exit_code = 2;
	if (begin(&w, s, loader)) {
		if (*interrupted)
			s->exit_code = 128 + *interrupted;
		else if (s->idle)
			s->exit_code = 0;
	} else {
		rounds(&w, s, loader);
	}
	target_close(&w.target);
}

/* the loader that --failed asked: it is not asked again, since it might say something else */
static struct {
	bool asked, detail;
	struct target target;
} first;

int
session_choose_failed(struct arena *a, const struct options *o, const struct suite *suite,
		      const struct casefile **cases, size_t *n, const volatile int *interrupted)
{
	struct session_work w = {.a = a, .o = o, .suite = suite, .interrupted = interrupted};

	if (session_hello(&w, make_config(a, o, suite, o->loaders[0], interrupted)))
		return -1;
	first.asked = true;
	first.detail = w.detail;
	first.target = w.target;
	return session_select_failed(&w, cases, n);
}

int
session_ask(struct arena *a, struct session_asked *asked, const struct options *o,
	    const struct suite *suite, const struct known *user, const volatile int *interrupted)
{
	struct session_work w = {.a = a, .o = o, .suite = suite, .interrupted = interrupted,
				 .target = first.target, .detail = first.detail};

	if ((!first.asked &&
	     session_hello(&w, make_config(a, o, suite, o->loaders[0], interrupted))) ||
	    target_locate(a, &w.target) || session_load_known(&w, user))
		return -1;
	*asked = (struct session_asked){w.target, w.known, w.detail};
	return 0;
}
