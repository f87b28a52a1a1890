#include "base/newfiles.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/util.h"

/* as many files and folders as one call creates */
enum { PATHS_MAX = 64 };

/* what was created so far; it is removed again if the rest cannot be created */
struct made {
	struct arena *a;
	const char *paths[PATHS_MAX]; /* folders and files in their order */
	size_t n;
};

static void
note(struct made *m, const char *path)
{
	if (m->n == PATHS_MAX)
		die("more than %d new files and folders", PATHS_MAX);
	m->paths[m->n++] = path;
}

/* create the missing folders above path */
static int
make_folders(struct made *m, const char *root, const char *path)
{
	for (const char *slash = path; (slash = strchr(slash, '/')); slash++) {
		const char *dir = arena_printf(m->a, "%s/%.*s", root, (int)(slash - path), path);

		if (!mkdir(dir, 0777)) {
			note(m, dir);
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
	note(m, path);
	bad = fd_write(fd, text, strlen(text));
	if (close(fd) || bad) {
		warn("cannot write %s:", path);
		return -1;
	}
	return 0;
}

int
newfiles_write(const char *root, const struct newfile *files)
{
	struct arena a = {0};
	struct made m = {.a = &a};
	int bad = 0;

	for (const struct newfile *f = files; f->path && !bad; f++)
		bad = make_folders(&m, root, f->path) ||
		      make_file(&m, arena_printf(&a, "%s/%s", root, f->path), f->text);
	while (bad && m.n) {
		const char *path = m.paths[--m.n];

		/* a folder into which somebody else has put a file stays */
		if (unlink(path) && rmdir(path) && errno != ENOTEMPTY && errno != EEXIST)
			warn("cannot remove %s:", path);
	}
	arena_free(&a);
	return bad ? -1 : 0;
}

