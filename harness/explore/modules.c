#include "explore/modules.h"

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
	const char *root;   /* given, or NULL */
	const struct imports *loader;
};

const char *
module_style_name(enum module_style style)
{
	static const char *const names[MODULE_STYLES] = {"single-phase", "multi-phase",
							 "PyModExport"};

	return names[style];
}

const char *
module_kind_name(enum module_kind kind)
{
	static const char *const names[MODULE_KINDS] = {"abi3", "versioned", "plain"};

	return names[kind];
}

const char *
module_short_name(const struct module *m)
{
	const char *dot = strrchr(m->name, '.');

	return dot ? dot + 1 : m->name;
}

bool
modules_is_archive(const char *name)
{
	return text_ends(name, ".whl") || text_ends(name, ".zip");
}

/* the length of the file's name without the suffix; 0 if it ends otherwise, or has another tag */
static size_t
stem_of(const char *name, const char *const *suffixes, bool *other)
{
	size_t len = strlen(name), stem = strcspn(name, ".");

	*other = false;
	for (; *suffixes; suffixes++)
		if (len > strlen(*suffixes) && text_ends(name, *suffixes) &&
		    len - strlen(*suffixes) == stem)
			return stem;
	*other = stem && text_ends(name, ".so");
	return 0;
}

enum module_fit
module_fit(const char *name, const struct imports *loader)
{
	bool other;
	size_t stem = stem_of(name, loader->suffixes, &other);

	return stem ? FIT_LOADER : other ? FIT_OTHER : FIT_NONE;
}

static enum module_kind
kind_of(const char *suffix)
{
	return text_starts(suffix, ".abi") ? MODULE_ABI3
	     : strchr(suffix + 1, '.')     ? MODULE_VERSIONED
					   : MODULE_PLAIN;
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

static const char *
folder_above(struct arena *a, const char *folder)
{
	return arena_strndup(a, folder, (size_t)(strrchr(folder, '/') - folder));
}

static void
note_installed(void *ctx, const char *name)
{
	bool *installed = ctx;

	*installed = *installed || text_ends(name, ".dist-info") || text_ends(name, ".egg-info");
}

/* do installed modules begin here? */
static bool
is_site(const struct search *s, const char *folder)
{
	bool installed = false;

	for (const char *const *path = s->loader->path; *path; path++)
		if (!strcmp(*path, folder))
			return true;
	dir_each(folder, note_installed, &installed);
	return installed;
}

/* the root of the folder that is being listed */
static const char *
find_root(const struct search *s)
{
	const char *first = s->folder, *root;

	while (strrchr(first, '/') > first &&
	       !access(arena_printf(s->a, "%s/__init__.py", first), F_OK))
		first = folder_above(s->a, first);
	/* the name of a package has no dot */
	for (root = first; !is_site(s, root); root = folder_above(s->a, root))
		if (strrchr(root, '/') == root || strchr(text_base(root), '.'))
			return first;
	return root;
}

/* the name by which users import the file: each folder below the root is a package */
static void
name_it(struct arena *a, struct module *m, const char *root, const char *folder, const char *name)
{
	const char *below = folder + strlen(root);

	m->root = root;
	m->name = *below ? text_replace(a, arena_printf(a, "%s/%s", below + 1, name), "/", ".")
			 : name;
}

static void
take(struct search *s, const char *path, const char *name)
{
	struct modules *all = s->found;
	bool other;
	size_t stem = stem_of(name, s->loader->suffixes, &other);
	const char *module = arena_strndup(s->a, name, stem);
	enum module_style style;
	struct module *m;

	all->other_abi += other;
	if (!stem)
		return;
	if (!has_hook(s->a, path, module, &style)) {
		all->no_hook++;
		return;
	}
	if (all->n == all->room) {
		all->room = 2 * all->room + 64;
		all->v = xreallocarray(all->v, all->room, sizeof(*all->v));
	}
	m = &all->v[all->n++];
	*m = (struct module){.file = path, .style = style, .kind = kind_of(name + stem)};
	name_it(s->a, m, s->root ? s->root : find_root(s), s->folder, module);
}

static void look_into(struct search *s, const char *folder);

static void
visit(void *ctx, const char *name)
{
	struct search *s = ctx;
	struct modules *all = s->found;
	const char *path = arena_printf(s->a, "%s/%s", s->folder, name);
	struct stat st;

	if (*name == '.' || lstat(path, &st))
		return;
	if (S_ISDIR(st.st_mode))
		look_into(s, path);
	else if (S_ISREG(st.st_mode) && strstr(name, ".so"))
		take(s, path, name);
	else if (S_ISREG(st.st_mode) && !s->root && modules_is_archive(name)) {
		all->archives = xreallocarray(all->archives, all->narchives + 1,
					      sizeof(*all->archives));
		all->archives[all->narchives++] = arena_strdup(s->a, path);
	}
}

static void
look_into(struct search *s, const char *folder)
{
	const char *outer = s->folder;

	s->folder = folder;
	dir_each(folder, visit, s);
	s->folder = outer;
}

void
modules_look(struct arena *a, struct modules *m, const char *folder, const char *root,
	     const struct imports *loader)
{
	struct search s = {.a = a, .found = m, .root = root, .loader = loader};

	look_into(&s, folder);
}

static int
by_file(const void *a, const void *b)
{
	const struct module *x = a, *y = b;

	return strcmp(x->file, y->file);
}

void
modules_sort(struct modules *m)
{
	if (m->n)
		qsort(m->v, m->n, sizeof(*m->v), by_file);
}

void
modules_free(struct modules *m)
{
	free(m->v);
	free(m->archives);
	*m = (struct modules){0};
}
