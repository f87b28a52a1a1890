/*
 * --retries: after all other cases, those with an unexpected result are run again. Until then their
 * results are held back from the reports, which show each case once.
 */
#include <string.h>

#include "format/result.h"
#include "format/settings.h"
#include "run/cunit_bridge.h"
#include "run/run.h"
#include "run/session_private.h"
#include "base/util.h"

bool
session_wants_again(const struct session_work *w, const struct result *r)
{
	/* without a correct adapter no result means anything, however often it comes */
	return w->o->retries && r->unexpected && !session_is_protocol(r->cs);
}

static const struct result *
wait_again(void *ctx, size_t k)
{
	struct session_work *w = ctx;
	size_t i = w->again[k];
	const struct result *r;

	if (*w->interrupted || run_refused(w->run))
		return NULL;
	r = run_again(w->run, w->hidden + i, w->o->retries);
	session_is_refused(w);
	session_take(w, i, r);
	return r;
}

static void
announce(const struct session_work *w)
{
	size_t n = w->nagain;

	if (w->o->verbose >= 0)
		fprintf(stderr, "--retries: %zu unexpected result%s, each run again alone\n", n,
			n == 1 ? "" : "s");
}

int
session_run_again(struct session_work *w)
{
	static const struct bridge_ops ops = {wait_again};
	const struct casefile **cases;

	/* broken and stopped: the adapter is, or another program is the loader now */
	if (!w->nagain || *w->interrupted || (w->broken && w->stop))
		return 0;
	announce(w);
	cases = arena_alloc(w->a, (w->nagain + 1) * sizeof(*cases));
	for (size_t k = 0; k < w->nagain; k++)
		cases[k] = w->list[w->hidden + w->again[k]];
	return bridge_run(&ops, w, cases, w->nagain);
}
