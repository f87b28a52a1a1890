#include "report/rep_causes.h"

#include <stdlib.h>
#include <string.h>

#include "format/casefile.h"
#include "report/rep_text.h"
#include "base/util.h"
#include "format/result.h"

static const char *
text_of(const struct result *res)
{
	if (res->cause)
		return res->cause;
	return res->reason ? res->reason : outcome_name(res->outcome);
}

static int
by_text(const void *a, const void *b)
{
	const struct result *x = *(const struct result *const *)a;
	const struct result *y = *(const struct result *const *)b;
	int order = strcmp(text_of(x), text_of(y));

	return order ? order : strcmp(x->cs->id, y->cs->id);
}

/* the causes with most results come last: a terminal shows the end first */
static int
by_count(const void *a, const void *b)
{
	const struct rep_cause *x = a, *y = b;

	if (x->n != y->n)
		return x->n < y->n ? -1 : 1;
	return strcmp(x->shown->cs->id, y->shown->cs->id);
}

static bool
shorter(const struct result *x, const struct result *y)
{
	return x->got && (!y->got || strlen(x->got) < strlen(y->got));
}

static void
add(struct rep_causes *c, const struct result **res)
{
	struct rep_cause *last = c->n ? &c->v[c->n - 1] : NULL;

	if (!last || strcmp(last->text, text_of(*res))) {
		c->v[c->n++] = (struct rep_cause){text_of(*res), res, 1, *res};
		return;
	}
	last->n++;
	if (shorter(*res, last->shown))
		last->shown = *res;
}

void
rep_causes_group(struct rep_causes *c, const struct result *const *all, size_t n)
{
	size_t unexpected = 0;

	*c = (struct rep_causes){0};
	c->results = xcalloc(n + 1, sizeof(*c->results));
	for (size_t i = 0; i < n; i++)
		if (all[i]->unexpected)
			c->results[unexpected++] = all[i];
	qsort(c->results, unexpected, sizeof(*c->results), by_text);
	c->v = xcalloc(unexpected + 1, sizeof(*c->v));
	for (size_t i = 0; i < unexpected; i++)
		add(c, &c->results[i]);
	qsort(c->v, c->n, sizeof(*c->v), by_count);
}

void
rep_causes_free(struct rep_causes *c)
{
	free(c->v);
	free(c->results);
	*c = (struct rep_causes){0};
}
