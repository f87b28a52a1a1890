#include <string.h>

#include "show_private.h"
#include "text.h"
#include "util.h"

static const char FOLDER[] = "harness/reference/mutants";

struct reading {
	struct arena *a;
	struct show_mutants *m;
	const char *home;
	size_t room;
};

struct show_mutant
show_mutant_parse(struct arena *a, const char *name, const char *patch)
{
	static const char caught[] = "caught-by:";
	struct show_mutant m = {name, "", " "};
	size_t n;
	char **lines = text_lines(a, patch, strlen(patch), &n);

	if (n)
		m.says = lines[0];
	for (size_t i = 1; i < n && !text_starts(lines[i], "---"); i++) {
		char **ids = text_starts(lines[i], caught)
				     ? text_fields(a, lines[i] + strlen(caught), NULL)
				     : NULL;

		for (; ids && *ids; ids++)
			m.caught = arena_printf(a, "%s%s ", m.caught, *ids);
	}
	return m;
}

static void
visit(void *ctx, const char *file)
{
	static const char ending[] = ".patch";
	struct reading *r = ctx;
	struct buf text = {0};
	const char *path = arena_printf(r->a, "%s/%s/%s", r->home, FOLDER, file);

	if (!text_ends(file, ending) || file_read(path, &text))
		return;
	if (r->m->n == r->room) {
		struct show_mutant *v;

		r->room = r->room ? 2 * r->room : 64;
		v = arena_alloc(r->a, r->room * sizeof(*v));
		if (r->m->n)
			memcpy(v, r->m->v, r->m->n * sizeof(*v));
		r->m->v = v;
	}
	r->m->v[r->m->n++] = show_mutant_parse(
		r->a, arena_strndup(r->a, file, strlen(file) - strlen(ending)), buf_str(&text));
	buf_free(&text);
}

void
show_mutants_read(struct arena *a, struct show_mutants *m, const char *home)
{
	struct reading r = {a, m, home, 0};

	*m = (struct show_mutants){0};
	dir_each(arena_printf(a, "%s/%s", home, FOLDER), visit, &r);
}

void
show_mutants_of(struct arena *a, struct buf *b, const struct show_mutants *m, const char *id)
{
	const char *word = arena_printf(a, " %s ", id);
	size_t n = 0;

	for (size_t i = 0; i < m->n; i++) {
		if (!strstr(m->v[i].caught, word))
			continue;
		if (!n++)
			buf_printf(b, "\nmutants that name it, in %s:\n", FOLDER);
		buf_printf(b, "    %s: %s\n", m->v[i].name, m->v[i].says);
	}
	if (!n)
		buf_puts(b, "\nmutants that name it: none\n");
}
