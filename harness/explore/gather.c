#include "explore/gather.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "base/util.h"
#include "explore/archive.h"
#include "explore/modules.h"
#include "run/place.h"

#define UNPACKED "unpacked" /* folder of the place */
#define TOGETHER UNPACKED "/all"

struct gather {
	struct arena *a;
	struct gathered *g;
	struct modules *m;
	const struct imports *loader;
	struct place *place;
	unsigned long long room;
	int together; /* descriptor of the folder with links, or -1 */
};

/* does it have a module for the loader, only others, or none? NULL, or why it cannot be taken */
static const char *
look(struct gather *g, const struct archive *z, enum module_fit *best)
{
	const char *why = NULL;

	*best = FIT_NONE;
	for (size_t i = 0; i < archive_entries(z) && !why; i++) {
		const char *path = archive_path(g->a, z, i, &why);
		enum module_fit fit = why ? FIT_NONE : module_fit(text_base(path), g->loader);

		*best = fit > *best ? fit : *best;
	}
	return why;
}

struct linking {
	int together;
	const char *folder; /* the archive's, in UNPACKED */
	struct arena *a;
};

/* the first archive with a name has it: two versions of a package cannot be installed together */
static void
link_entry(void *ctx, const char *name)
{
	struct linking *l = ctx;
	const char *target = arena_printf(l->a, "../%s/%s", l->folder, name);

	if (symlinkat(target, l->together, name) && errno != EEXIST)
		warn("cannot link %s:", target);
}

/* make the folder of links; NULL, or why not */
static const char *
open_together(struct gather *g)
{
	if (g->together >= 0)
		return NULL;
	if (!place_make(g->a, g->place, TOGETHER))
		g->together = open(arena_printf(g->a, "%s/" TOGETHER, g->place->path),
				   O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	g->g->folder = arena_printf(g->a, "%s/" UNPACKED, g->place->path);
	return g->together < 0 ? arena_printf(g->a, "no folder for it: %s", strerror(errno)) : NULL;
}

/* the modules of a folder with the content of an archive */
static void
take_modules(struct gather *g, const char *name, const char *folder)
{
	struct linking linking = {g->together, name, g->a};
	size_t before = g->m->n;

	modules_look(g->a, g->m, folder, folder, g->loader);
	for (size_t i = before; i < g->m->n; i++)
		g->m->v[i].more = arena_printf(g->a, "%s/" TOGETHER, g->place->path);
	dir_each(folder, link_entry, &linking);
}

static const char *
unpack(struct gather *g, struct archive *z)
{
	const char *name = arena_printf(g->a, "%zu", g->g->unpacked + g->g->broken + 1);
	const char *below = arena_printf(g->a, UNPACKED "/%s", name);
	const char *path = arena_printf(g->a, "%s/%s", g->place->path, below);
	const char *why = open_together(g);
	int fd = why || place_make(g->a, g->place, below)
			 ? -1
			 : open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

	if (!why)
		why = fd < 0 ? arena_printf(g->a, "no folder for it: %s", strerror(errno))
			     : archive_unpack(g->a, z, fd, &g->room);
	if (fd >= 0)
		close(fd);
	if (why)
		place_clear(g->place, below);
	else
		take_modules(g, name, path);
	return why;
}

/* NULL, or why the archive cannot be taken */
static const char *
take(struct gather *g, const char *path)
{
	const char *why;
	struct archive *z = archive_open(g->a, path, &why);
	enum module_fit best;

	if (!z)
		return why;
	why = look(g, z, &best);
	/* a wheel without any module may be what others import; a zip file may be anything */
	if (!why && (best == FIT_LOADER || (best == FIT_NONE && text_ends(path, ".whl")))) {
		why = unpack(g, z);
		g->g->unpacked += !why;
	} else if (!why) {
		g->g->other += best == FIT_OTHER;
	}
	archive_close(z);
	return why;
}

static int
take_named(struct gather *g, const char *named)
{
	char real[PATH_MAX];
	struct stat st;
	const char *why;

	if (!realpath(named, real) || stat(real, &st)) {
		warn("field: no folder %s:", named);
		return -1;
	}
	if (S_ISDIR(st.st_mode)) {
		modules_look(g->a, g->m, arena_strdup(g->a, real), NULL, g->loader);
		return 0;
	}
	why = S_ISREG(st.st_mode) && modules_is_archive(real)
		      ? take(g, real)
		      : "neither a folder nor a file NAME.whl or NAME.zip";
	if (why)
		warn("field: %s: %s", named, why);
	return why ? -1 : 0;
}

int
gather(struct arena *a, struct gathered *gathered, struct modules *m, char *const *named,
       const struct imports *loader, struct place *place, unsigned long long room)
{
	struct gather g = {a, gathered, m, loader, place, room, -1};
	int bad = 0;

	*gathered = (struct gathered){0};
	for (; *named && !bad; named++)
		bad = take_named(&g, *named);
	for (size_t i = 0; i < m->narchives && !bad; i++) {
		const char *why = take(&g, m->archives[i]);

		if (!why)
			continue;
		gathered->broken++;
		printf("left out: %s: %s\n", m->archives[i], why);
	}
	if (g.together >= 0)
		close(g.together);
	modules_sort(m);
	return bad;
}
