#include <string.h>

#include "expr.h"
#include "lint.h"
#include "util.h"

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
		const char *values[14];
	} samples[] = {
		{"py", {"3.6", "3.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14",
			"3.15", "3.16"}},
		{"libc", {"glibc-2.17", "glibc-2.36", "glibc-2.43", "musl-1.2"}},
		{"arch", {"x86_64", "aarch64"}},
		{"gil", {"0", "1"}},
		{"debug", {"0", "1"}},
		{"impl", {"cpython-3.11", "pypy-7.3", "another-1"}},
		{"abi", {"another"}},
		{"cap", {"", "yes"}},
	};

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

/* versions below the oldest that the suite knows are no targets */
static bool
too_old(const char *key, const char *value)
{
	int order;

	return !strcmp(key, "py") && expr_compare(value, "3.6", &order) && order < 0;
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
		if (value && !too_old(leaf->key, value))
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

bool
lint_can_differ(const struct expr *e, const struct expr *requires)
{
	struct space s = {0};
	size_t at[AXES_MAX] = {0};
	bool seen[2] = {false, false};

	expr_each(e, add_leaf, &s);
	if (requires)
		expr_each(requires, add_leaf, &s);
	do {
		struct arena scratch = {0};
		struct facts f = {0};

		make_facts(&scratch, &s, at, &f);
		if (!requires || expr_eval(requires, &f))
			seen[expr_eval(e, &f)] = true;
		arena_free(&scratch);
	} while (!(seen[0] && seen[1]) && next_combination(&s, at));
	arena_free(&s.mem);
	return seen[0] && seen[1];
}
