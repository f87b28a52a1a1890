#include "run/run_causes.h"

#include <stdlib.h>
#include <string.h>

#include "run/cause.h"
#include "run/run.h"
#include "base/text.h"
#include "base/util.h"
#include "run/verdict.h"

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* the most frequent exception among n causes; NULL if it is fewer than half of them */
static const char *
raised_by_half(const char **causes, size_t n)
{
	const char *most = NULL;
	size_t count = 0, best = 1;

	qsort(causes, n, sizeof(*causes), by_text);
	for (size_t i = 0; i < n; i++) {
		count = i && !strcmp(causes[i], causes[i - 1]) ? count + 1 : 1;
		if (count > best && text_starts(causes[i], CAUSE_RAISED)) {
			best = count;
			most = causes[i];
		}
	}
	return 2 * best >= n ? most : NULL;
}

/*
 * Is it the same fault? A missing symbol of Python raises an exception, or ends the process if it
 * is a function that is bound at its first call.
 */
static bool
is_same(const struct result *r, const char *cause)
{
	static const char symbol[] = "undefined symbol: Py...";
	struct arena scratch = {0};
	bool same = strstr(r->cause, symbol) && strstr(cause, symbol);

	if (!same && r->got && (r->outcome == OUT_FAIL || r->outcome == OUT_BROKEN))
		same = cause_raises(&scratch, r->cs, r->got, cause);
	arena_free(&scratch);
	return same;
}

static void
adopt(struct arena *a, struct result *r, const char *cause)
{
	/* what is to be mended first is that it changes */
	if (r->outcome == OUT_FLAKY)
		return;
	if (!r->cause || !strcmp(r->cause, cause) || !is_same(r, cause))
		return;
	r->own_cause = r->cause;
	r->cause = arena_strdup(a, cause);
}

void
run_causes_settle(struct arena *a, struct result *results, size_t n)
{
	const char **causes = xcalloc(n, sizeof(*causes)), *most;
	size_t ncauses = 0;

	for (size_t i = 0; i < n; i++)
		if (results[i].cause)
			causes[ncauses++] = results[i].cause;
	most = raised_by_half(causes, ncauses);
	for (size_t i = 0; most && i < n; i++)
		adopt(a, &results[i], most);
	free(causes);
}
