#include "run/run.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "format/casefile.h"
#include "run/cause.h"
#include "fixtures/fixtures.h"
#include "format/known.h"
#include "format/limits.h"
#include "run/run_causes.h"
#include "run/run_check.h"
#include "run/run_private.h"
#include "run/suite.h"
#include "run/target.h"
#include "run/verdict.h"

/* the name of the folder that the cases of a worker use, one by one */
static const char REUSED[] = "case";

static const struct known_line *
known_line(const struct run *r, size_t i)
{
	return known_find(r->known, r->cases[i]->id, &r->target->facts);
}

static void
give_up(struct run *r, size_t i, const char *reason)
{
	struct result *res = &r->results[i];

	res->outcome = res->happened = OUT_BROKEN;
	res->unexpected = true;
	res->known = NULL;
	res->reason = arena_strdup(&r->mem, reason);
	res->cause = cause_reason(&r->mem, res->cs, reason);
}

static const char *
make_request(struct arena *a, const struct casefile *c, const struct slot *slot, size_t *len)
{
	struct buf b = {0};
	const char *request;

	casefile_request(&b, c, slot->tmp, slot->token);
	*len = b.len;
	request = arena_strndup(a, b.p, b.len);
	buf_free(&b);
	return request;
}

static bool
forks(const struct run *r, size_t i)
{
	return r->config.fork && !r->cases[i]->needs_own_process;
}

/*
 * Making and removing a folder is much of a case's cost, so all cases of a worker have the same
 * one, as long as it is like a new one. Else the case has one by its own name.
 */
static int
make_folder(struct run *r, struct slot *slot, const char *id, unsigned worker)
{
	if (slot->worker) {
		slot->below = arena_printf(&slot->mem, "%s/%s", slot->worker, REUSED);
		slot->reused = !place_use(&slot->mem, &r->place, slot->below, &r->kept[worker]);
		if (slot->reused)
			return 0;
		slot->below = arena_printf(&slot->mem, "%s/%s", slot->worker,
					   strchr(id, '/') + 1);
	}
	return place_make(&slot->mem, &r->place, slot->below);
}

static struct slot *
slot_new(struct run *r, size_t i, unsigned worker)
{
	struct errors errors = {0};
	struct slot *slot = xcalloc(1, sizeof(*slot));
	const struct casefile *c = r->cases[i];

	/* a later attempt has another token: an earlier one may have been told to somebody */
	token_make(slot->token, r->secret, i + r->attempt * r->n);
	slot->worker = forks(r, i) ? workers_folder(&slot->mem, &r->workers, worker) : NULL;
	slot->below = c->id;
	if (suite_expected(&slot->mem, r->suite, c, &slot->expected, &errors))
		give_up(r, i, buf_str(&errors.text));
	else if (make_folder(r, slot, c->id, worker))
		give_up(r, i, arena_printf(&slot->mem, "cannot make its folder %s/%s: %s",
					   r->place.path, slot->below, strerror(errno)));
	slot->tmp = arena_printf(&slot->mem, "%s/%s", r->place.path, slot->below);
	errors_free(&errors);
	return slot;
}

/* remove the case's folder; where it could write beside it, everything there */
static void
slot_clear(struct run *r, struct slot *slot)
{
	if (!slot->worker) {
		place_clear(&r->place, slot->below);
		return;
	}
	place_empty(&r->place, slot->worker, slot->reused ? REUSED : NULL);
	if (slot->reused)
		place_empty(&r->place, slot->below, NULL);
}

void
run_slot_free(struct run *r, size_t i)
{
	struct slot *slot = r->slots[i];

	r->slots[i] = NULL;
	if (!slot)
		return;
	if (!r->config.keep)
		slot_clear(r, slot);
	arena_free(&slot->mem);
	free(slot);
}

static double
deadline(const struct run *r, const struct casefile *c)
{
	return (c->timeout_is_set ? c->timeout : r->config.limits.time) * r->config.timeout_scale;
}

static void
fill_job(struct run *r, size_t i, struct job *job)
{
	struct slot *slot = r->slots[i];
	const struct casefile *c = r->cases[i];

	job->input = make_request(&slot->mem, c, slot, &job->input_len);
	job->timeout = deadline(r, c);
	job->fork = forks(r, i);
	job->most = &r->workers.most;
	job->folder = slot->tmp;
	if (job->fork)
		return;
	job->spawn = r->workers.server;
	job->spawn.server = false;
	job->spawn.space = target_space(&slot->mem, r->target, slot->tmp);
	job->spawn.argv = target_case_argv(&slot->mem, r->target, c);
	job->spawn.envp = target_case_env(&slot->mem, r->target, slot->tmp, c->env);
}

/* SKIP or BROKEN if case i lacks a fixture; all its fixtures are decided */
static void
check_fixtures(struct run *r, size_t i)
{
	struct arena scratch = {0};
	struct result *res = &r->results[i];
	bool skip;
	const char *why = run_check_built(&scratch, r->target, r->cases[i], &r->plan.needs[i],
					  &skip);

	if (why && skip) {
		res->outcome = res->happened = OUT_SKIP;
		res->reason = arena_strdup(&r->mem, why);
		if (why == fixtures_refusal(r->target->fixtures))
			res->lacks = "native";
	} else if (why) {
		give_up(r, i, why);
	}
	arena_free(&scratch);
}

enum sched_verdict
run_prepare_case(struct run *r, size_t i, struct job *job)
{
	const char *why = NULL;

	if (r->results[i].outcome != OUT_COUNT)
		return SCHED_SKIP;
	if (!builds_decided(&r->builds, &r->plan.needs[i]))
		return SCHED_LATER;
	check_fixtures(r, i);
	if (r->results[i].outcome != OUT_COUNT)
		return SCHED_SKIP;
	r->slots[i] = slot_new(r, i, job->worker);
	if (r->results[i].outcome == OUT_COUNT)
		why = guard_before(&r->guard, r->cases[i]->id, &r->plan.needs[i]);
	if (why)
		give_up(r, i, why);
	if (r->results[i].outcome != OUT_COUNT) {
		run_slot_free(r, i);
		return SCHED_SKIP;
	}
	fill_job(r, i, job);
	return SCHED_GO;
}

static enum sched_verdict
prepare(void *ctx, size_t i, struct job *job)
{
	struct run *r = ctx;
	const struct run_step *step = &r->plan.steps[i];

	if (step->build)
		return builds_prepare(&r->builds, step->number, job);
	return run_prepare_case(r, step->number, job);
}

static const char *
keep(struct run *r, const char *text)
{
	return text ? arena_strdup(&r->mem, text) : NULL;
}

/* copy what the reports need */
static void
keep_result(struct run *r, struct result *to, const struct result *from)
{
	/* the first attempt may have been another one */
	bool texts = from->outcome != OUT_PASS || r->config.keep_text || r->attempt;

	*to = *from;
	to->reason = keep(r, from->reason);
	to->cause = keep(r, from->cause);
	to->diff = keep(r, from->diff);
	to->log = texts ? keep(r, from->log) : NULL;
	to->got = texts ? keep(r, from->got) : NULL;
	to->attempts = from->executed;
	to->deadline = from->executed ? deadline(r, from->cs) : 0;
	if (from->outcome != OUT_PASS)
		to->rerun = arena_printf(&r->mem, "%s %s", r->config.rerun, from->cs->id);
}

/* another program than the one that answered hello would be judged, so begin no more cases */
static const char *
refuse(struct run *r, const char *why)
{
	r->refused = arena_strdup(&r->mem, why);
	run_stop(r);
	return r->refused;
}

const char *
run_worker_ready(void *ctx, pid_t pid, const char *text)
{
	struct run *r = ctx;
	const char *why = target_worker(&r->mem, r->target, pid, text);

	return why ? refuse(r, why) : NULL;
}

static void
judge(struct run *r, size_t i, const struct verdict_input *in)
{
	struct result result = {0};

	verdict_judge(&r->slots[i]->mem, &result, in);
	keep_result(r, &r->results[i], &result);
}

void
run_case_done(struct run *r, size_t i, const struct ran *ran)
{
	struct slot *slot = r->slots[i];
	struct text_roots roots = {r->target->fix, slot->tmp, r->target->suffix};
	struct verdict_input in = {
		.cs = r->cases[i],
		.expected = &slot->expected,
		.facts = &r->target->facts,
		.known = known_line(r, i),
		.ran = ran,
		.roots = &roots,
		.token = slot->token,
		.detail = r->config.detail,
	};

	/* a host is another program than the loader's command */
	const char *why = in.cs->host ? NULL : target_process(&slot->mem, r->target, &ran->out);

	if (why)
		give_up(r, i, refuse(r, why));
	else
		judge(r, i, &in);
	why = guard_after(&r->guard, in.cs->id, &r->plan.needs[i]);
	if (why)
		give_up(r, i, why);
	run_slot_free(r, i);
	/* if it is still full without this case's files, the loader may not be to blame */
	if (r->results[i].unexpected)
		why = place_full(&r->mem, &r->place);
	if (why)
		give_up(r, i, why);
}

static void
done(void *ctx, size_t i, const struct ran *ran)
{
	struct run *r = ctx;
	const struct run_step *step = &r->plan.steps[i];

	if (step->build)
		builds_done(&r->builds, step->number, ran);
	else
		run_case_done(r, step->number, ran);
}

static void
tick(void *ctx)
{
	struct run *r = ctx;
	size_t over = 0, bad = 0;

	if (!r->builds.running)
		return;
	for (size_t i = 0; i < r->n; i++) {
		over += r->results[i].outcome != OUT_COUNT && r->results[i].executed;
		bad += r->results[i].unexpected;
	}
	snprintf(r->builds.also, sizeof(r->builds.also), "; %zu cases done, %zu unexpected", over,
		 bad);
	builds_tick(&r->builds);
}

/* the capability whose absence makes the case a skip, or NULL */
static const char *
lacks(struct run *r, size_t i)
{
	return run_check_lacks(&r->mem, r->cases[i], &r->target->facts);
}

/* decide the cases that need no process, and plan the rest */
static void
precheck(struct run *r, struct errors *errors)
{
	bool *skipped = arena_alloc(&r->mem, r->n + 1);

	for (size_t i = 0; i < r->n; i++) {
		struct arena scratch = {0};
		struct expected expected;
		struct result *res = &r->results[i];

		res->cs = r->cases[i];
		res->outcome = OUT_COUNT;
		suite_expected(&scratch, r->suite, r->cases[i], &expected, errors);
		res->reason = run_check_skip(&r->mem, r->cases[i], &r->target->facts, r->known,
					     &res->known);
		skipped[i] = res->reason != NULL;
		if (skipped[i]) {
			res->outcome = res->happened = OUT_SKIP;
			res->lacks = res->known ? NULL : lacks(r, i);
		}
		else
			run_check_names(r->target, r->cases[i], errors);
		arena_free(&scratch);
	}
	run_plan(&r->mem, &r->plan, fixtures_catalog(r->target->fixtures), r->cases, r->n, skipped);
}

const struct spawn *
run_worker_server(void *ctx, unsigned worker)
{
	struct run *r = ctx;

	return workers_server(&r->workers, worker);
}

static void
start_sched(struct run *r)
{
	static const struct sched_ops ops = {.prepare = prepare, .done = done,
					     .ready = run_worker_ready,
					     .server = run_worker_server};
	struct sched_config config;

	workers_begin(&r->workers, &r->mem, r->target, r->place.path, "",
		      r->config.timeout_scale);
	r->workers.shared = r->config.keep;
	r->workers.cases = REUSED;
	r->kept = arena_alloc(&r->mem, (r->config.workers + 1) * sizeof(*r->kept));
	config = workers_sched(&r->workers, r->config.workers);
	config.tick = r->config.progress ? tick : NULL;
	config.tick_seconds = BUILDS_TICK;
	config.interrupted = r->config.interrupted;
	r->sched = sched_new(&config, &ops, r, r->plan.n);
}

static int
begin_builds(struct run *r)
{
	size_t *order = arena_alloc(&r->mem, (r->plan.n + 1) * sizeof(*order)), n = 0;

	for (size_t i = 0; i < r->plan.n; i++) {
		if (r->plan.steps[i].build)
			order[n++] = r->plan.steps[i].number;
	}
	return builds_begin(&r->builds, r->target->fixtures, order, n, r->config.workers,
			    r->config.progress);
}

struct run *
run_new(const struct run_config *config, const struct suite *suite, const struct target *target,
	const struct known *known, const struct casefile *const *cases, size_t n,
	struct errors *errors)
{
	struct run *r = xcalloc(1, sizeof(*r));

	r->config = *config;
	r->suite = suite;
	r->target = target;
	r->known = known;
	r->cases = cases;
	r->n = n;
	r->results = arena_alloc(&r->mem, (n + 1) * sizeof(*r->results));
	r->slots = arena_alloc(&r->mem, (n + 1) * sizeof(*r->slots));
	r->place.above = -1;
	r->secret = token_secret();
	precheck(r, errors);
	if (errors->n || place_open(&r->mem, &r->place, target->config->build) ||
	    begin_builds(r)) {
		run_free(r);
		return NULL;
	}
	guard_begin(&r->guard, &r->mem, target->fixtures, n);
	start_sched(r);
	return r;
}

const struct result *
run_result(const struct run *r, size_t i)
{
	return r->results[i].outcome == OUT_COUNT ? NULL : &r->results[i];
}

bool
run_is_building(const struct run *r)
{
	return r->builds.running;
}

const struct result *
run_wait(struct run *r, size_t i)
{
	if (run_result(r, i))
		return run_result(r, i);
	if (sched_wait(r->sched, r->plan.step_of[i]))
		return NULL;
	return run_result(r, i);
}

const char *
run_refused(const struct run *r)
{
	return r->refused;
}

const char *const *
run_damage(struct run *r)
{
	return guard_end(&r->guard);
}

void
run_settle(struct run *r)
{
	run_causes_settle(&r->mem, r->results, r->n);
}

void
run_stop(struct run *r)
{
	if (r->sched)
		sched_stop(r->sched);
}

void
run_free(struct run *r)
{
	if (r->sched)
		sched_free(r->sched);
	builds_end(&r->builds);
	for (size_t i = 0; i < r->n; i++)
		run_slot_free(r, i);
	place_close(&r->place, r->config.keep);
	arena_free(&r->mem);
	free(r);
}
