#include "run/weights.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/casefile.h"

/* what a case costs at the least, also one that is skipped */
enum { LEAST = 100 };

static const double MICRO = 1e6;

static int
by_id(const void *a, const void *b)
{
	const struct weight *x = a, *y = b;

	return strcmp(x->id, y->id);
}

/* "SECONDS AREA/NAME" */
static bool
parse_line(struct arena *a, struct weight *w, const char *line)
{
	size_t len = strcspn(line, " ");
	double seconds;

	if (!line[len] || !text_seconds(arena_strndup(a, line, len), &seconds))
		return false;
	w->id = line + len + 1;
	w->micro = (unsigned long long)(seconds * MICRO + 0.5);
	return !casefile_id_fault(a, w->id);
}

size_t
weights_parse(struct arena *a, struct weights *w, const char *bytes, size_t len)
{
	size_t n;
	char **lines = text_lines(a, bytes, len, &n);

	*w = (struct weights){.v = arena_alloc(a, (n + 1) * sizeof(*w->v))};
	for (size_t i = 0; i < n; i++) {
		if (*lines[i] == '#')
			continue;
		if (!parse_line(a, &w->v[w->n], lines[i]))
			return i + 1;
		/* they are written in order, and each case once */
		if (w->n && strcmp(w->v[w->n - 1].id, w->v[w->n].id) >= 0)
			return i + 1;
		w->n++;
	}
	return 0;
}

void
weights_format(struct buf *b, const struct weights *w)
{
	buf_puts(b, "# seconds that each case took, for --shard I/N --weights FILE\n");
	for (size_t i = 0; i < w->n; i++)
		buf_printf(b, "%.6f %s\n", (double)w->v[i].micro / MICRO, w->v[i].id);
}

const struct weight *
weights_find(const struct weights *w, const char *id)
{
	const struct weight key = {.id = id};

	return w->n ? bsearch(&key, w->v, w->n, sizeof(*w->v), by_id) : NULL;
}

static int
by_number(const void *a, const void *b)
{
	const unsigned long long *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* of the cases that have a weight; the lesser of two; LEAST if none has one */
static unsigned long long
median(const struct weights *w, const struct casefile *const *v, size_t n)
{
	unsigned long long *numbers = xcalloc(n + 1, sizeof(*numbers)), found = LEAST;
	size_t count = 0;

	for (size_t i = 0; i < n; i++) {
		const struct weight *one = weights_find(w, v[i]->id);

		if (one)
			numbers[count++] = one->micro;
	}
	if (count) {
		qsort(numbers, count, sizeof(*numbers), by_number);
		found = numbers[(count - 1) / 2];
	}
	free(numbers);
	return found;
}

struct piece {
	const char *id;
	size_t index; /* among the cases */
	unsigned long long micro;
};

/* the longest first */
static int
by_length(const void *a, const void *b)
{
	const struct piece *x = a, *y = b;

	if (x->micro != y->micro)
		return x->micro < y->micro ? 1 : -1;
	return strcmp(x->id, y->id);
}

struct load {
	unsigned long long micro;
	unsigned shard;
};

static bool
less(const struct load *x, const struct load *y)
{
	return x->micro < y->micro || (x->micro == y->micro && x->shard < y->shard);
}

/* the first of the heap got more to do: let it sink to its place */
static void
sink(struct load *heap, unsigned n)
{
	for (size_t at = 0, child = 1; child < n; child = 2 * at + 1) {
		struct load swap;

		if (child + 1 < n && less(&heap[child + 1], &heap[child]))
			child++;
		if (!less(&heap[child], &heap[at]))
			return;
		swap = heap[at];
		heap[at] = heap[child];
		heap[child] = swap;
		at = child;
	}
}

/* mine[i]: the case belongs to the shard */
static void
deal(const struct piece *pieces, size_t n, unsigned shard, unsigned shards, bool *mine)
{
	struct load *heap = xcalloc(shards, sizeof(*heap));

	for (unsigned i = 0; i < shards; i++)
		heap[i].shard = i + 1;
	for (size_t i = 0; i < n; i++) {
		mine[pieces[i].index] = heap[0].shard == shard;
		heap[0].micro += pieces[i].micro > LEAST ? pieces[i].micro : LEAST;
		sink(heap, shards);
	}
	free(heap);
}

size_t
weights_shard(const struct weights *w, const struct casefile **v, size_t n, unsigned shard,
	      unsigned shards)
{
	struct piece *pieces = xcalloc(n + 1, sizeof(*pieces));
	bool *mine = xcalloc(n + 1, sizeof(*mine));
	unsigned long long usual = median(w, v, n);
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		const struct weight *one = weights_find(w, v[i]->id);

		pieces[i] = (struct piece){v[i]->id, i, one ? one->micro : usual};
	}
	qsort(pieces, n, sizeof(*pieces), by_length);
	deal(pieces, n, shard, shards, mine);
	for (size_t i = 0; i < n; i++) {
		if (mine[i])
			v[kept++] = v[i];
	}
	free(pieces);
	free(mine);
	return kept;
}
