#include "run/run_builds.h"

#include <stdlib.h>

#include "fixtures/fixtures.h"
#include "fixtures/catalog.h"
#include "run/run_plan.h"
#include "base/util.h"
#include "format/limits.h"

static void
say(struct run_builds *b)
{
	if (b->running)
		progress_step(&b->progress, now_seconds(), b->compiled, b->compiled + b->left,
			      b->also);
}

/* count one decided product; after the last one, other runs may build for the same target */
static void
decided(struct run_builds *b)
{
	b->left--;
	if (!b->left) {
		fixtures_release(b->fixtures);
		progress_end(&b->progress);
		b->running = false;
	}
}

int
builds_begin(struct run_builds *b, struct fixtures *f, const size_t *order, size_t n,
	     unsigned jobs, FILE *progress)
{
	*b = (struct run_builds){.fixtures = f, .left = n};
	progress_begin(&b->progress, progress, "building fixtures", now_seconds());
	if (!n)
		fixtures_release(f);
	return fixtures_build_headers(f, order, n, jobs);
}

bool
builds_decided(const struct run_builds *b, const struct run_needs *needs)
{
	const char *text;

	for (size_t i = 0; i < needs->n; i++) {
		enum fixture_state state = fixtures_state(b->fixtures, needs->v[i], &text);

		if (state == FIXTURE_UNKNOWN || state == FIXTURE_BUILDING)
			return false;
	}
	return true;
}

enum sched_verdict
builds_prepare(struct run_builds *b, size_t product, struct job *job)
{
	enum sched_verdict verdict = fixtures_prepare(b->fixtures, product, job);

	if (verdict == SCHED_SKIP)
		decided(b);
	else if (verdict == SCHED_GO)
		b->running = true;
	return verdict;
}

void
builds_done(struct run_builds *b, size_t product, const struct ran *ran)
{
	/* the compiler's messages begin on a line of their own */
	progress_end(&b->progress);
	fixtures_done(b->fixtures, product, ran);
	b->compiled++;
	decided(b);
	say(b);
}

void
builds_tick(struct run_builds *b)
{
	say(b);
}

void
builds_end(struct run_builds *b)
{
	progress_end(&b->progress);
}

struct building {
	struct run_builds builds;
	const size_t *order;
};

static enum sched_verdict
prepare(void *ctx, size_t i, struct job *job)
{
	struct building *b = ctx;

	return builds_prepare(&b->builds, b->order[i], job);
}

static void
done(void *ctx, size_t i, const struct ran *ran)
{
	struct building *b = ctx;

	builds_done(&b->builds, b->order[i], ran);
}

static void
tick(void *ctx)
{
	struct building *b = ctx;

	builds_tick(&b->builds);
}

int
builds_all(struct fixtures *f, const size_t *products, size_t n, unsigned jobs, FILE *progress,
	   const volatile int *interrupted)
{
	static const struct sched_ops ops = {.prepare = prepare, .done = done};
	struct sched_config config = {.workers = jobs, .out_max = ANSWER_KIB << 10,
				      .log_max = TOOL_KIB << 10,
				      .log_flood = TOOL_FLOOD_KIB << 10,
				      .tick = tick, .tick_seconds = BUILDS_TICK,
				      .interrupted = interrupted};
	size_t *order = catalog_order(fixtures_catalog(f), products, &n);
	struct building b = {.order = order};
	int bad = builds_begin(&b.builds, f, order, n, jobs, progress);
	struct sched *s = sched_new(&config, &ops, &b, n);

	for (size_t i = 0; i < n && !bad; i++)
		bad = sched_wait(s, i);
	sched_free(s);
	builds_end(&b.builds);
	free(order);
	return bad;
}
