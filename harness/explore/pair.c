#include "explore/pair.h"

#include <stdlib.h>
#include <string.h>

static struct trial
trial_of(struct pair *p, const char *want)
{
	return (struct trial){.program = &p->program, .cs = &p->cs, .want = want, .mem = &p->mem};
}

/* 0, or -1 with a warning if a program could not be run at all: that says nothing of the loader */
static int
check_run(const struct trial *trials, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct result *r = &trials[i].result;

		if (r->outcome == OUT_BROKEN && !r->executed) {
			warn("a program cannot be run: %s", r->reason);
			return -1;
		}
	}
	return 0;
}

int
pair_run_first(struct side *first, struct pair *pairs, size_t n)
{
	struct trial *trials = xcalloc(n, sizeof(*trials));
	int bad = 0;

	for (size_t i = 0; i < n && !bad; i++) {
		bad = program_case(&pairs[i].mem, &pairs[i].cs, &pairs[i].program, "explore/round");
		trials[i] = trial_of(&pairs[i], "");
	}
	bad = bad || side_run(first, trials, n) || check_run(trials, n);
	for (size_t i = 0; i < n && !bad; i++)
		pairs[i].first = trials[i];
	free(trials);
	return bad ? -1 : 0;
}

int
pair_run(struct side *first, struct side *second, struct pair *pairs, size_t n)
{
	struct trial *trials = xcalloc(n, sizeof(*trials));
	int bad = pair_run_first(first, pairs, n);

	for (size_t i = 0; i < n && !bad; i++)
		trials[i] = trial_of(&pairs[i], pairs[i].first.result.got);
	bad = bad || side_run(second, trials, n) || check_run(trials, n);
	for (size_t i = 0; i < n && !bad; i++)
		pairs[i].second = trials[i];
	free(trials);
	return bad ? -1 : 0;
}

const char *
pair_difference(const struct pair *p)
{
	const struct result *x = &p->first.result, *y = &p->second.result;
	bool broken = x->outcome == OUT_BROKEN;

	/* what the harness objects to is in no transcript: compare the reasons */
	if (broken && y->outcome == OUT_BROKEN)
		return strcmp(x->reason, y->reason) ? y->reason : NULL;
	if (broken)
		return x->reason;
	return y->unexpected ? y->cause : NULL;
}

void
pair_free(struct pair *p)
{
	arena_free(&p->mem);
	memset(p, 0, sizeof(*p));
}
