/* A run in which nothing was executed has proven nothing, so it fails. */
#include <stdio.h>

#include "format/settings.h"
#include "report/rep_text.h"
#include "run/session_private.h"
#include "base/util.h"
#include "run/verdict.h"

/* a shard of a small selection may be empty; with --min the user says how many are enough */
static bool
may_be_empty(const struct options *o)
{
	return o->shards || o->min_is_set;
}

bool
session_check_empty(struct session_work *w)
{
	struct summary *s = &w->summary;

	/* a run that was interrupted, stopped or BROKEN has another reason, which is reported */
	if (s->executed || s->interrupted || s->stopped || s->counts[OUT_BROKEN] ||
	    may_be_empty(w->o))
		return false;
	s->stopped = "nothing was executed";
	return true;
}

void
session_tell_empty(const struct result *const *all, size_t n)
{
	struct buf b = {0};

	rep_skips(&b, all, n);
	fprintf(stderr, "%s: nothing was executed, so nothing is proven (--min 0 allows it):\n%s",
		argv0, buf_str(&b));
	buf_free(&b);
}
