/* The reasons for skips, counted: a part of rep_text.h. */
#include <stdlib.h>
#include <string.h>

#include "report/rep_text.h"
#include "base/util.h"
#include "format/result.h"

struct group {
	const struct result *res; /* a result with this reason */
	const char *reason;
	size_t count;
};

static int
by_reason(const void *a, const void *b)
{
	const struct group *x = a, *y = b;

	return strcmp(x->reason, y->reason);
}

static int
by_count(const void *a, const void *b)
{
	const struct group *x = a, *y = b;

	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return by_reason(a, b);
}

/* the reasons for the skipped cases, the most frequent first; returns their number */
static size_t
group_skips(struct group *groups, const struct result *const *all, size_t n)
{
	size_t ngroups = 0, last = 0;

	for (size_t i = 0; i < n; i++) {
		const char *reason = all[i]->reason ? all[i]->reason : "";

		if (all[i]->outcome == OUT_SKIP)
			groups[ngroups++] = (struct group){all[i], reason, 1};
	}
	qsort(groups, ngroups, sizeof(*groups), by_reason);
	for (size_t i = 1; i < ngroups; i++) {
		if (!strcmp(groups[i].reason, groups[last].reason))
			groups[last].count++;
		else
			groups[++last] = groups[i];
	}
	ngroups = ngroups ? last + 1 : 0;
	qsort(groups, ngroups, sizeof(*groups), by_count);
	return ngroups;
}

void
rep_skips(struct buf *b, const struct result *const *all, size_t n)
{
	struct group *groups = xcalloc(n + 1, sizeof(*groups));
	size_t ngroups = group_skips(groups, all, n);

	for (size_t i = 0; i < ngroups; i++) {
		struct buf reason = {0};

		rep_reason(&reason, groups[i].res);
		buf_printf(b, "  %4zu  ", groups[i].count);
		rep_clean(b, reason.p, reason.len);
		buf_putc(b, '\n');
		buf_free(&reason);
	}
	free(groups);
}
