#include "explore/modules.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "base/util.h"
#include "fixtures/fixcheck.h"

struct search {
	struct arena *a;
	struct modules *found;
	const char *folder; /* which is being listed */
	const char *suffix;
	size_t room;
};

const char *
module_style_name(enum module_style style)
{
	static const char *const names[MODULE_STYLES] = {"single-phase", "multi-phase",
							 "PyModExport"};

	return names[style];
}

const char *
module_short_name(const struct module *m)
{
	const char *dot = strrchr(m->name, '.');

	return dot ? dot + 1 : m->name;
}

/* the length of the file's name without the suffix; 0 if it ends otherwise, or has another tag */
static size_t
stem_of(const struct search *s, const char *name, bool *other)
{
	const char *const endings[] = {s->suffix, ".abi3.so", ".so"};
	size_t len = strlen(name);

	*other = false;
	for (size_t i = 0; i < LENGTH(endings); i++) {
		size_t stem;

		if (!text_ends(name, endings[i]) || len == strlen(endings[i]))
			continue;
		stem = len - strlen(endings[i]);
		*other = memchr(name, '.', stem) != NULL;
		return *other ? 0 : stem;
	}
	return 0;
}

/* does the file export a hook for this name? sets how it is initialised */
static bool
has_hook(struct arena *a, const char *path, const char *name, enum module_style *style)
{
	const char *why;
	struct elf_file *f = elf_file_open(path, &why);
	bool init, export;

	if (!f)
		return false;
	init = elf_symbol(f, arena_printf(a, "PyInit_%s", name)) == SYMBOL_DEFINED;
	export = elf_symbol(f, arena_printf(a, "PyModExport_%s", name)) == SYMBOL_DEFINED;
	*style = export ? MODULE_EXPORT
		 : elf_symbol(f, "PyModuleDef_Init") != SYMBOL_NONE ? MODULE_MULTI
								   : MODULE_SINGLE;
	elf_file_close(f);
	return init || export;
}

/* the name by which users import the file of folder: each folder with __init__.py is a package */
static void
name_it(struct arena *a, struct module *m, const char *folder, const char *name)
{
	const char *root = folder, *slash;

	m->name = name;
	while ((slash = strrchr(root, '/')) && slash > root &&
	       !access(arena_printf(a, "%s/__init__.py", root), F_OK)) {
		m->name = arena_printf(a, "%s.%s", slash + 1, m->name);
		root = arena_strndup(a, root, (size_t)(slash - root));
	}
	m->root = root;
}

static void
take(struct search *s, const char *path, const char *name)
{
	struct modules *all = s->found;
	bool other;
	size_t stem = stem_of(s, name, &other);
	const char *module = arena_strndup(s->a, name, stem);
	enum module_style style;

	all->other_abi += other;
	if (!stem)
		return;
	if (!has_hook(s->a, path, module, &style)) {
		all->no_hook++;
		return;
	}
	if (all->n == s->room) {
		s->room = 2 * s->room + 64;
		all->v = xreallocarray(all->v, s->room, sizeof(*all->v));
	}
	all->v[all->n] = (struct module){.file = path, .style = style};
	name_it(s->a, &all->v[all->n++], s->folder, module);
}

static void look_into(struct search *s, const char *folder);

static void
visit(void *ctx, const char *name)
{
	struct search *s = ctx;
	const char *path = arena_printf(s->a, "%s/%s", s->folder, name);
	struct stat st;

	if (*name == '.' || lstat(path, &st))
		return;
	if (S_ISDIR(st.st_mode))
		look_into(s, path);
	else if (S_ISREG(st.st_mode) && strstr(name, ".so"))
		take(s, path, name);
}

static void
look_into(struct search *s, const char *folder)
{
	const char *outer = s->folder;

	s->folder = folder;
	dir_each(folder, visit, s);
	s->folder = outer;
}

static int
by_file(const void *a, const void *b)
{
	const struct module *x = a, *y = b;

	return strcmp(x->file, y->file);
}

int
modules_find(struct arena *a, struct modules *m, char *const *folders, const char *suffix)
{
	struct search s = {.a = a, .found = m, .suffix = suffix};

	*m = (struct modules){0};
	for (; *folders; folders++) {
		char real[PATH_MAX];
		struct stat st;

		if (!realpath(*folders, real) || stat(real, &st) ||
		    (S_ISDIR(st.st_mode) ? 0 : (errno = ENOTDIR))) {
			warn("field: no folder %s:", *folders);
			return -1;
		}
		look_into(&s, arena_strdup(a, real));
	}
	if (m->n)
		qsort(m->v, m->n, sizeof(*m->v), by_file);
	return 0;
}
