#include "format/expr.h"

#include <string.h>

#include "base/util.h"

const char *
facts_get(const struct facts *f, const char *key)
{
	for (size_t i = 0; i < f->n; i++)
		if (!strcmp(f->v[i].key, key))
			return f->v[i].value;
	return NULL;
}

bool
facts_has_cap(const struct facts *f, const char *cap)
{
	for (size_t i = 0; i < f->n; i++)
		if (!strcmp(f->v[i].key, "cap") && !strcmp(f->v[i].value, cap))
			return true;
	return false;
}

void
facts_add(struct arena *a, struct facts *f, const char *key, const char *value)
{
	/* there are only a few facts: a new array each time is simpler than a capacity */
	struct fact *v = arena_alloc(a, (f->n + 1) * sizeof(*v));

	if (f->n)
		memcpy(v, f->v, f->n * sizeof(*v));
	v[f->n].key = key;
	v[f->n].value = value;
	f->v = v;
	f->n++;
}

/* a part of a value; '.' and '-' separate the parts */
struct part {
	const char *p;
	size_t len;
};

/* take the next part from *rest (NULL after the last one); false if nothing is left */
static bool
next_part(const char **rest, struct part *part)
{
	if (!*rest)
		return false;
	part->p = *rest;
	part->len = strcspn(*rest, ".-");
	*rest = part->p[part->len] ? part->p + part->len + 1 : NULL;
	return true;
}

static bool
digit(int c)
{
	return c >= '0' && c <= '9';
}

static bool
is_number(const struct part *part)
{
	return part->len && digit(part->p[0]);
}

static size_t
digits(const struct part *part)
{
	size_t n = 0;

	while (n < part->len && digit(part->p[n]))
		n++;
	return n;
}

static void
advance(struct part *part, size_t n)
{
	part->p += n;
	part->len -= n;
}

/* compare the leading digits of both as numbers of any length, and skip them */
static int
number_order(struct part *x, struct part *y)
{
	size_t xn, yn;
	int order;

	while (x->len > 1 && x->p[0] == '0' && digit(x->p[1]))
		advance(x, 1);
	while (y->len > 1 && y->p[0] == '0' && digit(y->p[1]))
		advance(y, 1);
	xn = digits(x);
	yn = digits(y);
	order = xn != yn ? (xn < yn ? -1 : 1) : memcmp(x->p, y->p, xn);
	advance(x, xn);
	advance(y, yn);
	return order;
}

/*
 * 0a1 < 0a2 < 0a10 < 0rc1 < 0 < 0+: runs of digits are compared as numbers. If one part ends where
 * the other one continues with a letter, the longer one is a pre-release and comes first.
 */
static int
part_order(struct part x, struct part y)
{
	while (x.len && y.len) {
		int order;

		if (digit(x.p[0]) && digit(y.p[0])) {
			order = number_order(&x, &y);
		} else {
			order = (unsigned char)x.p[0] - (unsigned char)y.p[0];
			advance(&x, 1);
			advance(&y, 1);
		}
		if (order)
			return order;
	}
	if (x.len)
		return x.p[0] == '+' ? 1 : -1;
	if (y.len)
		return y.p[0] == '+' ? -1 : 1;
	return 0;
}

bool
expr_compare(const char *have, const char *wanted, int *order)
{
	struct part h, w;
	bool numbers = false;

	*order = 0;
	while (next_part(&wanted, &w)) {
		if (!next_part(&have, &h)) {
			/* 3.12 equals 3.12.0, but glibc does not equal glibc-2.36 */
			if (!numbers || !is_number(&w))
				return false;
			h = (struct part){"0", 1};
		}
		numbers = is_number(&h) && is_number(&w);
		if (numbers)
			*order = part_order(h, w);
		else if (h.len != w.len || memcmp(h.p, w.p, h.len))
			return false;
		if (*order)
			return true;
	}
	return true;
}
