#include "docs.h"

#include <string.h>

#include "base/util.h"
#include "units.h"

const char *
docs_text(struct arena *a, const char *path)
{
	struct buf b = {0};
	const char *text;

	if (file_read(path, &b))
		die("cannot read %s:", path);
	text = arena_strndup(a, buf_str(&b), b.len);
	buf_free(&b);
	return text;
}

void
names_add(struct arena *a, struct names *names, const char *name, size_t len)
{
	const char *copy = arena_strndup(a, name, len);
	const char **v;

	if (names_has(names, copy))
		return;
	v = arena_alloc(a, (names->n + 1) * sizeof(*v));
	if (names->n)
		memcpy(v, names->v, names->n * sizeof(*v));
	v[names->n++] = copy;
	names->v = v;
}

bool
names_has(const struct names *names, const char *name)
{
	for (size_t i = 0; i < names->n; i++) {
		if (!strcmp(names->v[i], name))
			return true;
	}
	return false;
}

static void
all_in(const struct names *x, const char *where, const struct names *y, const char *there)
{
	for (size_t i = 0; i < x->n; i++)
		UNIT_CHECK(names_has(y, x->v[i]), "%s is in %s, not in %s", x->v[i], where, there);
}

void
names_same(const struct names *x, const char *where, const struct names *y, const char *there)
{
	UNIT_CHECK(x->n, "%s: nothing was found", where);
	all_in(x, where, y, there);
	all_in(y, there, x, where);
}
