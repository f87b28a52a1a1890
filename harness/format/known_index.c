#include "format/known_index.h"

#include <string.h>

#include "base/util.h"
#include "format/known.h"

/* where the glob is, or the free place for it; the table is never full */
static size_t *
place_of(const struct known_index *x, const struct known_line *lines, const char *glob)
{
	size_t at = (size_t)hash_add(HASH_START, glob, strlen(glob)) & (x->size - 1);

	while (x->first[at] != KNOWN_NONE && strcmp(lines[x->first[at]].glob, glob))
		at = (at + 1) & (x->size - 1);
	return &x->first[at];
}

void
known_index_new(struct arena *a, struct known_index *x, size_t most)
{
	*x = (struct known_index){.size = 1};
	while (x->size < 2 * (most + 1))
		x->size *= 2;
	x->first = arena_alloc(a, x->size * sizeof(*x->first));
	for (size_t i = 0; i < x->size; i++)
		x->first[i] = KNOWN_NONE;
	x->next = arena_alloc(a, (most + 1) * sizeof(*x->next));
	x->last = arena_alloc(a, (most + 1) * sizeof(*x->last));
	x->wild = arena_alloc(a, (most + 1) * sizeof(*x->wild));
}

void
known_index_add(struct known_index *x, const struct known_line *lines, size_t i)
{
	size_t *place = place_of(x, lines, lines[i].glob);

	x->next[i] = KNOWN_NONE;
	if (strpbrk(lines[i].glob, "*?[\\"))
		x->wild[x->nwild++] = i;
	if (*place == KNOWN_NONE)
		*place = i;
	else
		x->next[x->last[*place]] = i;
	x->last[*place] = i;
}

size_t
known_index_first(const struct known_index *x, const struct known_line *lines, const char *glob)
{
	return x->size ? *place_of(x, lines, glob) : KNOWN_NONE;
}
