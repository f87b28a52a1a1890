#include "explore/findings.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"

static size_t
entry(struct arena *a, struct findings *f, const char *cause)
{
	size_t i = 0;

	while (i < f->n && strcmp(f->v[i].cause, cause) != 0 &&
	       !(f->v[i].known && text_glob(f->v[i].cause, cause)))
		i++;
	if (i == f->room) {
		f->room = 2 * f->room + 16;
		f->v = xreallocarray(f->v, f->room, sizeof(*f->v));
	}
	if (i == f->n)
		f->v[f->n++] = (struct finding){.cause = arena_strdup(a, cause)};
	return i;
}

static int
know(struct arena *a, struct findings *f, const char *path)
{
	struct buf text = {0};
	const char *line;

	if (file_read(path, &text)) {
		warn("--known: cannot read %s:", path);
		return -1;
	}
	for (line = buf_str(&text); *line; line += strcspn(line, "\n"), line += *line == '\n') {
		size_t len = strcspn(line, "\n"), i;

		if (!len || *line == '#')
			continue;
		i = entry(a, f, arena_strndup(a, line, len));
		f->v[i].known = true;
	}
	f->nknown = f->n;
	buf_free(&text);
	return 0;
}

int
findings_know(struct arena *a, struct findings *f, char *const *paths)
{
	int bad = 0;

	for (; paths && *paths && !bad; paths++)
		bad = know(a, f, *paths);
	return bad;
}

size_t
findings_add(struct arena *a, struct findings *f, const char *cause)
{
	size_t i = entry(a, f, cause);

	if (!f->v[i].times++ && !f->v[i].known)
		f->v[i].number = f->n - f->nknown;
	return i;
}

size_t
findings_new(const struct findings *f)
{
	return f->n - f->nknown;
}

void
findings_free(struct findings *f)
{
	free(f->v);
	*f = (struct findings){0};
}
