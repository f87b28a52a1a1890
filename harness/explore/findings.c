#include "explore/findings.h"

#include <stdlib.h>
#include <string.h>

#include "base/util.h"

size_t
findings_add(struct arena *a, struct findings *f, const char *cause)
{
	size_t i = 0;

	while (i < f->n && strcmp(f->v[i].cause, cause) != 0)
		i++;
	if (i == f->room) {
		f->room = 2 * f->room + 16;
		f->v = xreallocarray(f->v, f->room, sizeof(*f->v));
	}
	if (i == f->n)
		f->v[f->n++] = (struct finding){arena_strdup(a, cause), 0};
	f->v[i].times++;
	return i;
}

void
findings_free(struct findings *f)
{
	free(f->v);
	*f = (struct findings){0};
}
