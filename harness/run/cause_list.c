/* the difference of two lists: the items that differ */
#include <string.h>

#include "run/cause_private.h"
#include "base/text.h"
#include "base/util.h"

/* the end of the list item at p */
static const char *
item_end(const char *p)
{
	bool quoted = false;
	int depth = 0;

	for (; *p; p++) {
		if (quoted && *p == '\\' && p[1])
			p++;
		else if (*p == '"')
			quoted = !quoted;
		else if (!quoted && strchr("[{<", *p))
			depth++;
		else if (!quoted && !depth && strchr(",]", *p))
			break;
		else if (!quoted && depth && strchr("]}>", *p))
			depth--;
	}
	return p;
}

/* the items of "= [A, B]", NULL-terminated; NULL if the line is no list */
static char **
list_items(struct arena *a, const char *line, size_t *n)
{
	size_t len = strlen(line);
	char **items;

	*n = 0;
	if (!text_starts(line, "= [") || line[len - 1] != ']')
		return NULL;
	items = arena_alloc(a, (len + 1) * sizeof(*items));
	for (const char *p = line + 3; *p && *p != ']';) {
		const char *end = item_end(p);

		items[(*n)++] = arena_strndup(a, p, (size_t)(end - p));
		p = end + (*end == ',');
		p += *p == ' ';
	}
	return items;
}

static void
add_items(struct fold *f, struct buf *b, char *const *items, size_t n, size_t head, size_t tail)
{
	buf_puts(b, head ? "= [..." : "= [");
	for (size_t i = head; i < n - tail; i++) {
		buf_puts(b, i ? ", " : "");
		fold_line(f, b, items[i]);
	}
	buf_puts(b, tail && n > tail ? ", ...]" : tail ? "...]" : "]");
}

bool
cause_add_lists(struct fold *f, struct buf *b, const char *want, const char *got)
{
	size_t nwant, ngot, head = 0, tail = 0;
	char **x = list_items(f->a, want, &nwant), **y = list_items(f->a, got, &ngot);

	if (!x || !y)
		return false;
	while (head < nwant && head < ngot && !strcmp(x[head], y[head]))
		head++;
	while (tail < nwant - head && tail < ngot - head &&
	       !strcmp(x[nwant - tail - 1], y[ngot - tail - 1]))
		tail++;
	f->mode = FOLD_FIRST;
	buf_puts(b, "expected ");
	add_items(f, b, x, nwant, head, tail);
	buf_puts(b, ", got ");
	f->mode = FOLD_SECOND;
	add_items(f, b, y, ngot, head, tail);
	return true;
}
