#include "scaffold.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "casefile.h"
#include "scaffold_kinds.h"
#include "text.h"
#include "util.h"

/* what was made so far, to be taken back if not all can be made */
struct made {
	struct arena *a;
	const char *paths[16]; /* folders and files in their order */
	size_t n;
};

/* why no case can have this id, or NULL */
static const char *
bad_id(struct arena *a, const char *id)
{
	if (text_starts(id, "known/"))
		return "expected/known holds the known lists: no area has its name";
	if (text_starts(id, "include/"))
		return "fixtures-src/include holds the shared headers: no area has its name";
	return casefile_id_fault(a, id);
}

/* the folders above path, as far as they are missing */
static int
make_folders(struct made *m, const char *root, const char *path)
{
	for (const char *slash = path; (slash = strchr(slash, '/')); slash++) {
		const char *dir = arena_printf(m->a, "%s/%.*s", root, (int)(slash - path), path);

		if (!mkdir(dir, 0777)) {
			m->paths[m->n++] = dir;
		} else if (errno != EEXIST) {
			warn("cannot make %s:", dir);
			return -1;
		}
	}
	return 0;
}

static int
make_file(struct made *m, const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666), bad;

	if (fd < 0 && errno == EEXIST)
		warn("%s exists already", path);
	else if (fd < 0)
		warn("cannot create %s:", path);
	if (fd < 0)
		return -1;
	m->paths[m->n++] = path;
	bad = fd_write(fd, text, strlen(text));
	if (close(fd) || bad) {
		warn("cannot write %s:", path);
		return -1;
	}
	return 0;
}

/* all of the files, or none */
static int
make_all(struct arena *a, const char *root, const struct scaffold_file *files)
{
	struct made m = {.a = a};
	int bad = 0;

	for (const struct scaffold_file *f = files; f->path && !bad; f++)
		bad = make_folders(&m, root, f->path) ||
		      make_file(&m, arena_printf(a, "%s/%s", root, f->path), f->text);
	while (bad && m.n) {
		const char *path = m.paths[--m.n];

		/* a folder in which somebody else has put something stays */
		if (unlink(path) && rmdir(path) && errno != ENOTEMPTY && errno != EEXIST)
			warn("cannot remove %s:", path);
	}
	return bad ? -1 : 0;
}

static int
find_kind(struct arena *a, const char *name)
{
	int kind = 0;

	if (!name)
		return 0;
	while (scaffold_kinds[kind] && strcmp(scaffold_kinds[kind], name))
		kind++;
	if (scaffold_kinds[kind])
		return kind;
	warn("--kind: %s", text_unknown(a, "kind", name, scaffold_kinds));
	return -1;
}

int
scaffold_write(const char *root, const char *id, const char *kind, const char *run)
{
	struct arena a = {0};
	struct scaffold_file files[SCAFFOLD_FILES + 1];
	const char *why = bad_id(&a, id), *slash = strchr(id, '/');
	int number = find_kind(&a, kind), bad = -1;

	if (why) {
		warn("--new: %s, got '%s'", why, id);
	} else if (number >= 0) {
		scaffold_make(&a, files, number, arena_strndup(&a, id, (size_t)(slash - id)),
			      slash + 1);
		bad = make_all(&a, root, files);
	}
	for (const struct scaffold_file *f = files; !bad && f->path; f++)
		printf("%s/%s\n", root, f->path);
	if (!bad)
		printf("run it: %s %s; after a change: %s --bless %s\n", run, id, run, id);
	arena_free(&a);
	return bad;
}
