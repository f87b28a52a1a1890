#include "run/retry.h"

#include <stdlib.h>
#include <string.h>

#include "base/diff.h"
#include "base/text.h"
#include "base/util.h"
#include "format/casefile.h"
#include "format/result.h"

/* so many cases that came near their deadline are named */
enum { NAMES = 10 };

static const struct attempt *
keep_tries(struct arena *a, const struct result *all, size_t n)
{
	struct attempt *v = arena_alloc(a, n * sizeof(*v));

	for (size_t i = 0; i < n; i++)
		v[i] = (struct attempt){all[i].outcome, all[i].reason, all[i].got, all[i].log,
					all[i].seconds};
	return v;
}

/* what the later attempt did in the place of what the first one did; NULL: the same lines */
static const char *
difference(struct arena *a, const struct result *first, const struct result *last)
{
	const char *x = first->got ? first->got : "", *y = last->got ? last->got : "";
	struct buf b = {0};
	const char *text;
	size_t nx, ny;
	char **from, **to;

	if (!strcmp(x, y))
		return NULL;
	from = text_lines(a, x, strlen(x), &nx);
	to = text_lines(a, y, strlen(y), &ny);
	diff_lines(&b, from, nx, to, ny);
	text = arena_strndup(a, buf_str(&b), b.len);
	buf_free(&b);
	return text;
}

static void
add_attempt(struct buf *b, const struct result *r, size_t number)
{
	buf_printf(b, "%s at attempt %zu", outcome_name(r->outcome), number);
	if (r->reason)
		buf_printf(b, " (%.*s)", (int)strcspn(r->reason, "\n"), r->reason);
}

static void
make_flaky(struct arena *a, struct result *r, const struct result *first,
	   const struct result *last, size_t n)
{
	struct buf b = {0};

	add_attempt(&b, first, 1);
	buf_puts(&b, ", ");
	add_attempt(&b, last, n);
	r->outcome = r->happened = OUT_FLAKY;
	r->unexpected = true;
	r->known = NULL;
	r->reason = arena_strdup(a, b.p);
	r->cause = arena_printf(a, "not the same twice: %s, then %s; at first %s",
				outcome_name(first->outcome), outcome_name(last->outcome),
				first->cause ? first->cause : "no cause is known");
	r->diff = difference(a, first, last);
	buf_free(&b);
}

void
retry_settle(struct arena *a, struct result *r, const struct result *all, size_t n)
{
	const struct result *last = &all[n - 1];

	*r = all[0];
	if (n < 2)
		return;
	r->attempts = (unsigned)n;
	r->tries = keep_tries(a, all, n);
	if (last->outcome != all[0].outcome)
		make_flaky(a, r, &all[0], last, n);
}

/* the part of its time that a case used, if it ended in time */
static double
used(const struct result *r)
{
	return r->deadline > 0 && r->seconds < r->deadline ? r->seconds / r->deadline : 0;
}

static int
by_use(const void *a, const void *b)
{
	const struct result *x = *(const struct result *const *)a;
	const struct result *y = *(const struct result *const *)b;

	if (used(x) < used(y) || used(x) > used(y))
		return used(x) < used(y) ? 1 : -1;
	return strcmp(x->cs->id, y->cs->id);
}

const char *
retry_near(struct arena *a, const struct result *const *all, size_t n)
{
	const struct result **v = xcalloc(n + 1, sizeof(*v));
	const char *text = NULL;
	struct buf b = {0};
	size_t near = 0;

	for (size_t i = 0; i < n; i++) {
		if (used(all[i]) > 0.5)
			v[near++] = all[i];
	}
	qsort(v, near, sizeof(*v), by_use);
	if (near)
		buf_printf(&b, "%zu case%s used over half of %s time: ", near, near == 1 ? "" : "s",
			   near == 1 ? "its" : "their");
	for (size_t i = 0; i < near && i < NAMES; i++)
		buf_printf(&b, "%s%s %.2f of %g s", i ? ", " : "", v[i]->cs->id, v[i]->seconds,
			   v[i]->deadline);
	if (near > NAMES)
		buf_printf(&b, " and %zu more", near - NAMES);
	if (near)
		text = arena_strdup(a, b.p);
	buf_free(&b);
	free(v);
	return text;
}
