#include "report/tally.h"

#include <stdlib.h>
#include <string.h>

#include "base/util.h"
#include "report/doc.h"

/* v with place for one more than n elements: it doubles at each power of two */
static void *
grown(struct arena *a, void *v, size_t n, size_t size)
{
	void *more;

	if (n & (n - 1))
		return v;
	more = arena_alloc(a, (n ? 2 * n : 1) * size);
	if (n)
		memcpy(more, v, n * size);
	return more;
}

void
tally_add(struct arena *a, struct tally *t, const char *cause, const char *id)
{
	struct tally_row *row = t->v;

	while (row < t->v + t->n && strcmp(row->cause, cause) != 0)
		row++;
	if (!t->n || row == t->v + t->n) {
		t->v = grown(a, t->v, t->n, sizeof(*t->v));
		row = &t->v[t->n++];
		*row = (struct tally_row){.cause = cause};
	}
	row->ids = grown(a, row->ids, row->n, sizeof(*row->ids));
	row->ids[row->n++] = id;
}

static int
by_number(const void *a, const void *b)
{
	const struct tally_row *x = a, *y = b;

	if (x->n != y->n)
		return x->n < y->n ? 1 : -1;
	return strcmp(x->cause, y->cause);
}

void
tally_sort(struct tally *t)
{
	if (t->n)
		qsort(t->v, t->n, sizeof(*t->v), by_number);
}

const char *
doc_cause(const struct doc_result *r)
{
	if (r->cause)
		return r->cause;
	return r->reason ? r->reason : outcome_name(r->outcome);
}
