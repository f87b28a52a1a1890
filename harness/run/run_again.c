/* Runs a case again, alone: the part of run.h for --retries. */
#include <string.h>

#include "format/result.h"
#include "run/retry.h"
#include "run/run_private.h"

static enum sched_verdict
prepare(void *ctx, size_t i, struct job *job)
{
	struct run *r = ctx;

	(void)i;
	return run_prepare_case(r, r->alone, job);
}

static void
done(void *ctx, size_t i, const struct ran *ran)
{
	struct run *r = ctx;

	(void)i;
	run_case_done(r, r->alone, ran);
}

/* end every process of the run: workers, and cases that -x left running */
static void
end_all(struct run *r)
{
	if (!r->sched)
		return;
	sched_free(r->sched);
	r->sched = NULL;
	for (size_t i = 0; i < r->n; i++)
		run_slot_free(r, i);
}

/* true if the attempt came to a result, which is then the case's */
static bool
attempt(struct run *r, const struct result *first)
{
	static const struct sched_ops ops = {.prepare = prepare, .done = done,
					     .ready = run_worker_ready,
					     .server = run_worker_server};
	struct sched_config config = workers_sched(&r->workers, 1);
	struct result *result = &r->results[r->alone];
	bool over;

	config.interrupted = r->config.interrupted;
	*result = (struct result){.cs = first->cs, .outcome = OUT_COUNT};
	r->sched = sched_new(&config, &ops, r, 1);
	over = !sched_wait(r->sched, 0);
	end_all(r);
	/* one that is not executed says nothing about the loader: its fixture cannot be built */
	return over && !r->refused && result->executed;
}

const struct result *
run_again(struct run *r, size_t i, unsigned times)
{
	struct result *all = arena_alloc(&r->mem, ((size_t)times + 1) * sizeof(*all));
	unsigned n = 1;

	end_all(r);
	all[0] = r->results[i];
	r->alone = i;
	while (n <= times && all[n - 1].outcome == all[0].outcome) {
		r->attempt = n;
		if (!attempt(r, &all[0]))
			break;
		all[n++] = r->results[i];
	}
	r->attempt = 0;
	retry_settle(&r->mem, &r->results[i], all, n);
	return &r->results[i];
}
