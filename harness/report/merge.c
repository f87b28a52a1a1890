#include "report/merge.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/util.h"
#include "report/doc.h"
#include "report/rep_json.h"

/* so much of a value is shown */
enum { SHOWN = 200 };

static const char *
shown(struct arena *a, const json_t *value)
{
	char *text = value ? json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT) : NULL;
	const char *copy = text ? arena_printf(a, "%.*s", SHOWN, text) : "nothing";

	free(text);
	return copy;
}

/* the sentence about the first member in which x and y differ, at any depth; NULL: none */
static const char *
differ(struct arena *a, const char *name, const json_t *x, const json_t *y, const char *of_x,
       const char *of_y)
{
	const char *key, *why;
	const json_t *value;

	if (x && y && json_equal((json_t *)x, (json_t *)y))
		return NULL;
	if (json_is_object(x) && json_is_object(y)) {
		json_object_foreach((json_t *)x, key, value) {
			why = differ(a, arena_printf(a, "%s.%s", name, key), value,
				     json_object_get(y, key), of_x, of_y);
			if (why)
				return why;
		}
	}
	return arena_printf(a, "they are not of one run: '%s' is %s in %s, and %s in %s", name,
			    shown(a, x), of_x, shown(a, y), of_y);
}

/* what all shards of a run have in common */
static const char *
other_run(struct arena *a, const struct doc *x, const struct doc *y)
{
	static const char *const keys[] = {
		"suite", "revision", "hash", "protocol", "target", "level", "chosen", "isolation",
		"isolated_by", "found",
	};
	const char *why = NULL;

	for (size_t i = 0; i < LENGTH(keys) && !why; i++)
		why = differ(a, keys[i], json_object_get(x->root, keys[i]),
			     json_object_get(y->root, keys[i]), x->path, y->path);
	if (!why && (x->shard.of != y->shard.of || x->shard.selected != y->shard.selected ||
		     strcmp(x->shard.selection, y->shard.selection) != 0))
		why = arena_printf(a, "they are not of one selection: %s is a shard of %zu, of "
				   "%zu cases with the hash %s, and %s of %zu, %zu, %s", x->path,
				   x->shard.of, x->shard.selected, x->shard.selection, y->path,
				   y->shard.of, y->shard.selected, y->shard.selection);
	return why;
}

static const char *
bad_shard(struct arena *a, const struct doc *d)
{
	if (!d->shard.of)
		return arena_printf(a, "%s is no shard: its run had no --shard", d->path);
	if (!d->shard.index || d->shard.index > d->shard.of)
		return arena_printf(a, "%s says that it is shard %zu of %zu", d->path,
				    d->shard.index, d->shard.of);
	if (!d->complete)
		return arena_printf(a, "%s is not complete: %s", d->path,
				    d->incomplete ? d->incomplete : "?");
	if (d->planned != d->n)
		return arena_printf(a, "%s has %zu results, %zu were planned", d->path, d->n,
				    d->planned);
	return NULL;
}

/* is each shard there, and once? */
static const char *
bad_set(struct arena *a, const struct doc *docs, size_t n)
{
	size_t of = docs[0].shard.of;
	const struct doc **by = xcalloc(of + 1, sizeof(*by));
	const char *why = NULL;

	for (size_t i = 0; i < n && !why; i++) {
		size_t index = docs[i].shard.index;

		if (by[index])
			why = arena_printf(a, "%s and %s are both shard %zu of %zu",
					   by[index]->path, docs[i].path, index, of);
		by[index] = &docs[i];
	}
	for (size_t k = 1; k <= of && !why; k++) {
		if (!by[k])
			why = arena_printf(a, "shard %zu of %zu is missing", k, of);
	}
	free(by);
	return why;
}

struct place {
	const char *id;
	const char *path; /* of the report */
};

static int
by_id(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	return strcmp(x->id, y->id);
}

/* are the n results those of the selection, each once? */
static const char *
bad_cases(struct arena *a, struct place *v, size_t n, const struct doc *first)
{
	char hash[REP_HASH_SIZE];
	const char *why = NULL;
	struct buf b = {0};

	qsort(v, n, sizeof(*v), by_id);
	for (size_t i = 1; i < n && !why; i++) {
		if (!strcmp(v[i - 1].id, v[i].id))
			why = arena_printf(a, "the case %s is in %s and in %s", v[i].id,
					   v[i - 1].path, v[i].path);
	}
	for (size_t i = 0; i < n; i++)
		buf_printf(&b, "%s\n", v[i].id);
	rep_hash(hash, buf_str(&b), b.len);
	if (!why && n != first->shard.selected)
		why = arena_printf(a, "%zu cases were planned, there are results of %zu",
				   first->shard.selected, n);
	if (!why && strcmp(hash, first->shard.selection) != 0)
		why = arena_printf(a, "the cases are not those that were planned: the hash of "
				   "their ids is %s, not %s", hash, first->shard.selection);
	buf_free(&b);
	return why;
}

const char *
merge_fault(struct arena *a, const struct doc *docs, size_t n)
{
	const char *why = NULL;
	struct place *v;
	size_t all = 0;

	for (size_t i = 0; i < n && !why; i++)
		why = bad_shard(a, &docs[i]);
	for (size_t i = 1; i < n && !why; i++)
		why = other_run(a, &docs[0], &docs[i]);
	if (!why)
		why = bad_set(a, docs, n);
	if (why)
		return why;
	for (size_t i = 0; i < n; i++)
		all += docs[i].n;
	v = xcalloc(all + 1, sizeof(*v));
	all = 0;
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < docs[i].n; k++)
			v[all++] = (struct place){docs[i].v[k].id, docs[i].path};
	}
	why = bad_cases(a, v, all, &docs[0]);
	free(v);
	return why;
}
