#include "report/delta.h"

#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "report/doc.h"
#include "report/rep_html.h"

static bool
same_text(const char *x, const char *y)
{
	return x == y || (x && y && !strcmp(x, y));
}

/* DELTA_COUNT: nothing changed */
static enum delta_kind
kind_of(const struct doc_result *old, const struct doc_result *now)
{
	bool was_skipped = old && old->outcome == OUT_SKIP;

	if (!now)
		return DELTA_GONE;
	if (now->unexpected && (!old || !old->unexpected))
		return DELTA_BROKE;
	if (!old)
		return DELTA_NEW;
	if (now->unexpected)
		return same_text(old->cause, now->cause) && old->outcome == now->outcome
			? DELTA_COUNT : DELTA_CHANGED;
	if (now->outcome == OUT_SKIP)
		return was_skipped ? DELTA_COUNT : old->unexpected ? DELTA_EXCUSED : DELTA_SKIPPED;
	if (was_skipped)
		return DELTA_RUNS;
	if (doc_good(now))
		return doc_good(old) ? DELTA_COUNT : DELTA_MENDED;
	if (old->unexpected)
		return DELTA_EXCUSED;
	return doc_good(old) ? DELTA_DEPARTS : DELTA_COUNT;
}

static const char *
reason_of(const struct doc_result *r)
{
	return r->reason ? r->reason : outcome_word(r->outcome);
}

/* by what the cases of a kind are grouped */
static const char *
cause_of(enum delta_kind kind, const struct doc_result *old, const struct doc_result *now)
{
	switch (kind) {
	case DELTA_BROKE:
	case DELTA_CHANGED: return doc_cause(now);
	case DELTA_MENDED:
	case DELTA_EXCUSED: return doc_cause(old);
	case DELTA_DEPARTS:
	case DELTA_SKIPPED:
	case DELTA_NEW: return reason_of(now);
	default: return reason_of(old);
	}
}

static void
compare(struct arena *a, struct delta *d, const struct doc_result *old,
	const struct doc_result *now)
{
	enum delta_kind kind = kind_of(old, now);

	if (kind == DELTA_COUNT) {
		d->same++;
		return;
	}
	d->n[kind]++;
	tally_add(a, &d->by[kind], cause_of(kind, old, now), now ? now->id : old->id);
}

static const char *
note_of(const struct doc *old, const struct doc *now)
{
	if (!old->complete || !now->complete)
		return "a report is not complete: cases may be missing";
	if (strcmp(old->level, now->level) != 0)
		return "the levels differ: at one of them wording counts";
	if (strcmp(old->hash, now->hash) != 0)
		return "the suites differ: what a case expects may have changed";
	return NULL;
}

void
delta_make(struct arena *a, struct delta *d, const struct doc *old, const struct doc *now)
{
	size_t i = 0, k = 0;

	*d = (struct delta){.note = note_of(old, now)};
	while (i < old->n || k < now->n) {
		int order = i == old->n ? 1 : k == now->n ? -1 : strcmp(old->v[i].id, now->v[k].id);

		compare(a, d, order <= 0 ? &old->v[i] : NULL, order >= 0 ? &now->v[k] : NULL);
		i += order <= 0;
		k += order >= 0;
	}
	for (int kind = 0; kind < DELTA_COUNT; kind++)
		tally_sort(&d->by[kind]);
}
