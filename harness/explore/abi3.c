#include "explore/abi3.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "explore/stable_abi.h"
#include "fixtures/fixcheck.h"

struct search {
	struct arena *a;
	const char *folder; /* in which *.dist-info may be */
	const char *below;  /* the file's path below it */
	int found;
};

/* "cp37.cp38-abi3-PLATFORM": the least version, or 0 */
static int
tag_version(struct arena *a, const char *tag)
{
	const char *abi = strchr(tag, '-');
	int least = 0;

	if (!abi || !text_starts(abi, "-abi3"))
		return 0;
	while (tag < abi) {
		size_t len = strcspn(tag, ".-");
		int minor = stable_abi_minor(arena_strndup(a, tag, len), "cp3");

		if (minor && (!least || minor < least))
			least = minor;
		tag += len + 1;
	}
	return least;
}

int
abi3_declared(struct arena *a, const char *wheel)
{
	size_t n;
	char **lines = text_lines(a, wheel, strlen(wheel), &n);
	int least = 0;

	for (size_t i = 0; i < n; i++) {
		int minor = text_starts(lines[i], "Tag: ")
				    ? tag_version(a, lines[i] + strlen("Tag: "))
				    : 0;

		if (minor && (!least || minor < least))
			least = minor;
	}
	return least;
}

/* does RECORD list the path? */
static bool
lists(struct arena *a, const char *record, const char *path)
{
	const char *line = arena_printf(a, "\n%s,", path);

	return text_starts(record, line + 1) || strstr(record, line);
}

static void
look_at(void *ctx, const char *name)
{
	struct search *s = ctx;
	struct buf record = {0}, wheel = {0};

	if (!s->found && text_ends(name, ".dist-info") &&
	    !file_read(arena_printf(s->a, "%s/%s/RECORD", s->folder, name), &record) &&
	    lists(s->a, buf_str(&record), s->below) &&
	    !file_read(arena_printf(s->a, "%s/%s/WHEEL", s->folder, name), &wheel))
		s->found = abi3_declared(s->a, buf_str(&wheel));
	buf_free(&record);
	buf_free(&wheel);
}

static int
version_of(struct arena *a, const char *file)
{
	struct search s = {.a = a};
	const char *slash = strrchr(file, '/');

	while (!s.found && slash && slash > file) {
		s.folder = arena_strndup(a, file, (size_t)(slash - file));
		s.below = file + (slash - file) + 1;
		dir_each(s.folder, look_at, &s);
		slash = strrchr(s.folder, '/');
		slash = slash ? file + (slash - s.folder) : NULL;
	}
	return s.found;
}

struct look {
	struct arena *a;
	struct abi3_use *use;
	const struct stable_abi *abi;
	size_t room;
};

static void
judge(void *ctx, const char *name)
{
	struct look *l = ctx;
	struct abi3_use *use = l->use;
	int added;

	if (!text_starts(name, "Py") && !text_starts(name, "_Py"))
		return;
	added = stable_abi_added(l->abi, name);
	if (added && (!use->declared || added <= use->declared))
		return;
	if (use->n == l->room) {
		struct abi3_symbol *more;

		l->room = 2 * l->room + 8;
		more = arena_alloc(l->a, l->room * sizeof(*more));
		if (use->n)
			memcpy(more, use->beyond, use->n * sizeof(*more));
		use->beyond = more;
	}
	use->beyond[use->n++] = (struct abi3_symbol){arena_strdup(l->a, name), added};
}

static int
by_name(const void *a, const void *b)
{
	const struct abi3_symbol *x = a, *y = b;

	return strcmp(x->name, y->name);
}

void
abi3_look(struct arena *a, struct abi3_use *use, const char *file, const struct stable_abi *abi)
{
	struct look l = {.a = a, .use = use, .abi = abi};
	const char *why;
	struct elf_file *f = elf_file_open(file, &why);

	*use = (struct abi3_use){.declared = version_of(a, file)};
	if (!f)
		return;
	elf_each_needed(f, judge, &l);
	elf_file_close(f);
	if (use->n)
		qsort(use->beyond, use->n, sizeof(*use->beyond), by_name);
}
