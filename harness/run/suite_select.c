#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "report/rep_json.h"
#include "report/report.h"
#include "run/suite.h"
#include "run/weights.h"
#include "base/text.h"
#include "base/util.h"

/* a pattern without '/' and glob characters is the name of an area or a part of an id */
static bool
pattern_matches(const char *pattern, const struct casefile *c)
{
	if (text_glob(pattern, c->id) || !strcmp(pattern, c->area))
		return true;
	return !strpbrk(pattern, "*?[/") && strstr(c->id, pattern);
}

static bool
any_pattern(char *const *patterns, const struct casefile *c, bool *used)
{
	bool hit = !patterns || !patterns[0];

	for (size_t i = 0; patterns && patterns[i]; i++) {
		if (pattern_matches(patterns[i], c))
			hit = used[i] = true;
	}
	return hit;
}

static bool
any_tag(char *const *tags, const struct casefile *c)
{
	if (!tags || !tags[0])
		return true;
	for (size_t i = 0; tags[i]; i++) {
		for (size_t k = 0; c->tags[k]; k++) {
			if (!strcmp(tags[i], c->tags[k]))
				return true;
		}
	}
	return false;
}

/* splitmix64: the same order for the same seed on every machine */
static uint64_t
next_random(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

static void
shuffle(const struct casefile **v, size_t n, unsigned seed)
{
	uint64_t state = seed;

	for (size_t i = n; i > 1; i--) {
		size_t k = (size_t)(next_random(&state) % i);
		const struct casefile *swap = v[i - 1];

		v[i - 1] = v[k];
		v[k] = swap;
	}
}

static size_t
keep_shard(const struct casefile **v, size_t n, unsigned shard, unsigned shards)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		if (i % shards == shard - 1)
			v[kept++] = v[i];
	}
	return kept;
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* a hash of the selection, in whatever order it is: a merge of its shards must have these ids */
const char *
suite_selection(struct arena *a, const struct casefile *const *v, size_t n)
{
	const char **ids = arena_alloc(a, (n + 1) * sizeof(*ids));
	char text[REP_HASH_SIZE];
	struct buf b = {0};

	for (size_t i = 0; i < n; i++)
		ids[i] = v[i]->id;
	qsort(ids, n, sizeof(*ids), by_text);
	for (size_t i = 0; i < n; i++)
		buf_printf(&b, "%s\n", ids[i]);
	rep_hash(text, buf_str(&b), b.len);
	buf_free(&b);
	return arena_strdup(a, text);
}

static int
check_used(struct arena *a, const struct suite *s, const struct selection *sel,
	   const bool *used)
{
	int bad = 0;

	for (size_t i = 0; sel->patterns && sel->patterns[i]; i++) {
		if (!used[i]) {
			warn("no case matches '%s'; %s", sel->patterns[i],
			     suite_nearest(a, s, sel->patterns[i]));
			bad = -1;
		}
	}
	return bad;
}

const struct casefile **
suite_select(struct arena *a, const struct suite *s, const struct selection *sel, size_t *n)
{
	const struct casefile **v = arena_alloc(a, (s->n + 1) * sizeof(*v));
	bool *used = arena_alloc(a, text_count(sel->patterns) + 1);

	*n = 0;
	for (size_t i = 0; i < s->n; i++) {
		const struct casefile *c = &s->cases[i];

		if (any_pattern(sel->patterns, c, used) && any_tag(sel->tags, c))
			v[(*n)++] = c;
	}
	if (check_used(a, s, sel, used))
		return NULL;
	if (sel->shuffle)
		shuffle(v, *n, sel->seed);
	if (sel->shards && sel->told)
		*sel->told = (struct shard){sel->shard, sel->shards, *n,
					    suite_selection(a, v, *n)};
	if (sel->shards && sel->weights)
		*n = weights_shard(sel->weights, v, *n, sel->shard, sel->shards);
	else if (sel->shards)
		*n = keep_shard(v, *n, sel->shard, sel->shards);
	return v;
}
