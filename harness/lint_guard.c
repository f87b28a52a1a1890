#include <string.h>

#include "expr.h"
#include "lint.h"
#include "text.h"
#include "util.h"
#include "vocab.h"

/*
 * An expression is tried on every combination of sample values of the facts it names: fixed
 * samples, and the values it is compared with, one step below and one above. Few expressions
 * name more than two facts, so the product stays small.
 */
enum { AXES_MAX = 8, VALUES_MAX = 48 };

struct axis {
	const char *key;              /* a fact, or "cap" */
	const char *cap;              /* the capability, if so */
	const char *values[VALUES_MAX]; /* "" for a capability that is absent */
	size_t n;
};

struct space {
	struct arena mem;
	struct axis axes[AXES_MAX];
	size_t n;
};

static void
add_value(struct axis *axis, const char *value)
{
	for (size_t i = 0; i < axis->n; i++) {
		if (!strcmp(axis->values[i], value))
			return;
	}
	if (axis->n < VALUES_MAX)
		axis->values[axis->n++] = value;
}

static void
add_samples(struct axis *axis)
{
	static const struct {
		const char *key;
		const char *values[5];
	} samples[] = {
		{"libc", {"glibc-2.17", "glibc-2.36", "glibc-2.43", "musl-1.2"}},
		{"arch", {"x86_64", "aarch64"}},
		{"gil", {"0", "1"}},
		{"debug", {"0", "1"}},
		{"impl", {"cpython-3.11", "pypy-7.3", "another-1"}},
		{"abi", {"another"}},
		{"cap", {"", "yes"}},
	};

	for (const char *const *py = vocab_pythons(); !strcmp(axis->key, "py") && *py; py++)
		add_value(axis, *py);
	for (size_t i = 0; i < LENGTH(samples); i++) {
		if (strcmp(samples[i].key, axis->key))
			continue;
		for (size_t k = 0; samples[i].values[k]; k++)
			add_value(axis, samples[i].values[k]);
	}
}

static struct axis *
axis_for(struct space *s, const struct expr_leaf *leaf)
{
	bool is_cap = leaf->op == EXPR_CAP;

	for (size_t i = 0; i < s->n; i++) {
		if (!strcmp(s->axes[i].key, leaf->key) &&
		    (!is_cap || !strcmp(s->axes[i].cap, leaf->value)))
			return &s->axes[i];
	}
	if (s->n == AXES_MAX)
		return NULL;
	s->axes[s->n] = (struct axis){.key = leaf->key, .cap = is_cap ? leaf->value : NULL};
	add_samples(&s->axes[s->n]);
	return &s->axes[s->n++];
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* value with its last number moved by step; NULL if it has none or would go below 0 */
static const char *
neighbour(struct arena *a, const char *value, long step)
{
	size_t end = strlen(value), start = end;
	long last = 0;

	while (start > 0 && is_digit(value[start - 1]))
		start--;
	if (start == end || end - start > 6)
		return NULL;
	for (size_t i = start; i < end; i++)
		last = last * 10 + (value[i] - '0');
	if (last + step < 0)
		return NULL;
	return arena_printf(a, "%.*s%ld", (int)start, value, last + step);
}

/* gil and debug are 0 or 1, an architecture has no neighbours */
static bool
is_version(const char *key)
{
	return !strcmp(key, "py") || !strcmp(key, "libc") || !strcmp(key, "impl");
}

/* no series of Python has had so many releases */
static const char LAST_RELEASE[] = "40";

/* is there, or may there be, a release of this version in a series that the suite knows? */
static bool
is_python(const char *version)
{
	for (const char *const *py = vocab_pythons(); *py; py++) {
		const char *rest = version + strlen(*py);
		int order;

		if (!text_starts(version, *py) || (*rest && *rest != '.'))
			continue;
		return !*rest || (rest[1] && expr_compare(rest + 1, LAST_RELEASE, &order) &&
				  order <= 0);
	}
	return false;
}

static void
add_leaf(void *ctx, const struct expr_leaf *leaf)
{
	struct space *s = ctx;
	struct axis *axis = axis_for(s, leaf);

	if (!axis || leaf->op == EXPR_CAP)
		return;
	for (long step = -1; step <= 1; step++) {
		const char *value = leaf->value;

		if (step)
			value = is_version(leaf->key) ? neighbour(&s->mem, value, step) : NULL;
		if (value && (strcmp(leaf->key, "py") || is_python(value)))
			add_value(axis, value);
	}
}

/* facts for the combination whose digits (one per axis) are at[] */
static void
make_facts(struct arena *a, const struct space *s, const size_t *at, struct facts *f)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct axis *axis = &s->axes[i];
		const char *value = axis->values[at[i]];

		if (axis->cap && *value)
			facts_add(a, f, "cap", axis->cap);
		else if (!axis->cap)
			facts_add(a, f, axis->key, value);
	}
}

/* advance like an odometer; false after the last combination */
static bool
next_combination(const struct space *s, size_t *at)
{
	for (size_t i = 0; i < s->n; i++) {
		if (++at[i] < s->axes[i].n)
			return true;
		at[i] = 0;
	}
	return false;
}

static bool
any_holds(const struct expr *const *list, size_t n, const struct facts *f)
{
	for (size_t i = 0; i < n; i++) {
		if (expr_eval(list[i], f))
			return true;
	}
	return false;
}

/* note what e is for one combination, if it comes to be asked there */
static void
try_one(const struct space *s, const size_t *at, const struct lint_guard *g,
	struct lint_reach *r)
{
	struct arena scratch = {0};
	struct facts f = {0};

	make_facts(&scratch, s, at, &f);
	if ((!g->requires || expr_eval(g->requires, &f)) && !any_holds(g->before, g->n, &f)) {
		bool holds = !g->expr || expr_eval(g->expr, &f);

		r->yes |= holds;
		r->no |= !holds;
	}
	arena_free(&scratch);
}

struct lint_reach
lint_reach(const struct lint_guard *g)
{
	struct space s = {0};
	size_t at[AXES_MAX] = {0};
	struct lint_reach r = {false, false};

	if (g->expr)
		expr_each(g->expr, add_leaf, &s);
	if (g->requires)
		expr_each(g->requires, add_leaf, &s);
	for (size_t i = 0; i < g->n; i++)
		expr_each(g->before[i], add_leaf, &s);
	do
		try_one(&s, at, g, &r);
	while (!(r.yes && r.no) && next_combination(&s, at));
	arena_free(&s.mem);
	return r;
}
