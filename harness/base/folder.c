#include "base/folder.h"
#include "base/folder_private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/util.h"

enum {
	OPEN_DIR = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK,
	DEPTH_MAX = 32, /* folders open at a time */
	LEFT_MAX = 8    /* the things left that are named */
};

/* after so many seconds, no further pass: something makes files as fast as they are removed */
static const double PATIENCE = 20;

struct removal {
	int top;          /* the folder that is being removed */
	dev_t device;     /* the file system of the folder that contains it */
	unsigned long removed, moved;
	struct buf path;  /* of the current entry, for messages */
	struct buf left;
	size_t nleft;
	int error;
};

static void remove_entry(struct removal *r, int fd, const char *name, int depth);

/* open the folder `name` of fd, which a case may have made unreadable; -1 with errno set */
static int
open_folder(int fd, const char *name)
{
	int sub = openat(fd, name, OPEN_DIR);

	if (sub < 0 && errno == EACCES && !fchmodat(fd, name, 0700, AT_SYMLINK_NOFOLLOW))
		sub = openat(fd, name, OPEN_DIR);
	return sub;
}

/* its owner, who we are, needs all rights on a folder to change it */
static void
take_rights(int fd)
{
	struct stat st;

	if (!fstat(fd, &st) && (st.st_mode & 0700) != 0700)
		fchmod(fd, 0700);
}

static void
note(struct removal *r, const char *why, int error)
{
	r->error = error;
	if (r->nleft++ < LEFT_MAX)
		buf_printf(&r->left, "%s: %s\n", buf_str(&r->path), why);
}

int
folder_names(int fd, struct buf *names)
{
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	struct dirent *entry;
	int error = errno;

	if (!dir) {
		if (fd >= 0)
			close(fd);
		errno = error;
		return -1;
	}
	while ((entry = readdir(dir))) {
		if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, ".."))
			buf_add(names, entry->d_name, strlen(entry->d_name) + 1);
	}
	closedir(dir);
	return 0;
}

/* the name after this one; the first one for NULL; NULL after the last one */
static const char *
next_name(const struct buf *names, const char *name)
{
	name = name ? name + strlen(name) + 1 : names->p;
	return name && name < names->p + names->len ? name : NULL;
}

/* call remove_entry for each name in the folder, whose names are read before */
static void
remove_entries(struct removal *r, int fd, int depth)
{
	struct buf names = {0};

	if (folder_names(openat(fd, ".", OPEN_DIR), &names))
		note(r, strerror(errno), errno);
	for (const char *name = NULL; (name = next_name(&names, name));)
		remove_entry(r, fd, name, depth);
	buf_free(&names);
}

/* so deep a folder is moved up to the top, where a later pass finds it */
static void
move_up(struct removal *r, int fd, const char *name)
{
	char up[32];

	snprintf(up, sizeof(up), ".deep-%lu", r->moved++);
	if (renameat(fd, name, r->top, up))
		note(r, strerror(errno), errno);
	else
		r->removed++;
}

static void
remove_folder(struct removal *r, int fd, const char *name, int depth)
{
	int sub = open_folder(fd, name);
	struct stat st;

	if (sub < 0 || fstat(sub, &st)) {
		note(r, strerror(errno), errno);
	} else if (st.st_dev != r->device) {
		note(r, "it is on another file system", EXDEV);
	} else if (depth >= DEPTH_MAX) {
		move_up(r, fd, name);
	} else {
		take_rights(sub);
		if (!depth)
			r->top = sub;
		remove_entries(r, sub, depth + 1);
		if (!unlinkat(fd, name, AT_REMOVEDIR))
			r->removed++;
		else if (errno != ENOENT && !r->nleft)
			note(r, strerror(errno), errno);
	}
	if (sub >= 0)
		close(sub);
}

/* unlink tells folders from files without following a link */
static void
remove_entry(struct removal *r, int fd, const char *name, int depth)
{
	size_t len = r->path.len;
	int error;

	buf_printf(&r->path, "%s%s", len ? "/" : "", name);
	if (!unlinkat(fd, name, 0)) {
		r->removed++;
	} else if (errno != ENOENT) {
		error = errno;
		if (!unlinkat(fd, name, AT_REMOVEDIR))
			r->removed++;
		else if (errno == ENOTDIR)
			note(r, strerror(error), error);
		else if (errno == EBUSY)
			note(r, "something is mounted on it", errno);
		else if (errno != ENOENT)
			remove_folder(r, fd, name, depth);
	}
	r->path.len = len;
	r->path.p[len] = '\0';
}

/* remove the entry in passes: as long as a pass removes something, the next one may succeed */
static void
remove_in_passes(struct removal *r, int fd, const char *name)
{
	double end = now_seconds() + PATIENCE;
	unsigned long before;
	struct stat st;

	do {
		before = r->removed;
		buf_clear(&r->left);
		r->nleft = 0;
		r->error = 0;
		remove_entry(r, fd, name, 0);
		if (fstatat(fd, name, &st, AT_SYMLINK_NOFOLLOW) && errno == ENOENT)
			return;
	} while (r->removed > before && now_seconds() < end);
	if (!r->nleft)
		note(r, "something makes it again and again", EBUSY);
}

/* the descriptor of the folder above path's last part, which *last gets; -1 with errno set */
static int
folder_above(int fd, const char *path, char **parts, const char **last)
{
	int at = fcntl(fd, F_DUPFD_CLOEXEC, 0), next;
	char *part = *parts = xstrdup(path), *slash;

	for (; at >= 0 && (slash = strchr(part, '/')); part = slash + 1, at = next) {
		*slash = '\0';
		next = open_folder(at, part);
		close(at);
	}
	*last = part;
	return at;
}

int
folder_reach(int fd, const char *path)
{
	char *parts;
	const char *last;
	int above = folder_above(fd, path, &parts, &last), at = -1, error;

	if (above >= 0) {
		at = open_folder(above, last);
		error = errno;
		close(above);
		errno = error;
	}
	free(parts);
	return at;
}

/* path, for messages, is that of fd; NULL for none */
static int
remove_at(int fd, const char *path, const char *name, struct buf *left)
{
	struct removal r = {.top = -1};
	struct stat st;

	if (fstat(fd, &st))
		return -1;
	r.device = st.st_dev;
	if (path)
		buf_puts(&r.path, path);
	remove_in_passes(&r, fd, name);
	if (left && r.left.len)
		buf_add(left, r.left.p, r.left.len);
	if (left && r.nleft > LEFT_MAX)
		buf_printf(left, "and %zu more\n", r.nleft - LEFT_MAX);
	buf_free(&r.path);
	buf_free(&r.left);
	errno = r.error;
	return r.error ? -1 : 0;
}

static char *
path_above(const char *path)
{
	char *above = xstrdup(path);

	*strrchr(above, '/') = '\0';
	return above;
}

int
folder_remove(int fd, const char *path, struct buf *left)
{
	char *parts, *above;
	const char *last;
	int at = folder_above(fd, path, &parts, &last), bad = 0, error = errno;

	if (at >= 0) {
		above = last == parts ? NULL : path_above(path);
		bad = remove_at(at, above, last, left);
		free(above);
		error = errno;
		close(at);
	} else if (error == EACCES || error == EMFILE) {
		bad = -1;
	}
	free(parts);
	errno = error;
	return bad;
}

int
folder_empty(int fd, const char *path, const char *but, struct buf *left)
{
	struct buf names = {0};
	int at = folder_reach(fd, path), bad = 0;

	if (at < 0)
		return errno == EACCES || errno == EMFILE ? -1 : 0;
	take_rights(at);
	bad = folder_names(openat(at, ".", OPEN_DIR), &names);
	for (const char *entry = NULL; (entry = next_name(&names, entry));) {
		if ((!but || strcmp(entry, but)) && remove_at(at, path, entry, left))
			bad = -1;
	}
	close(at);
	buf_free(&names);
	return bad;
}

/* make and open the folder `name` of fd; whatever else has its name is removed */
static int
make_and_open(int fd, const char *name)
{
	int sub;

	if (mkdirat(fd, name, 0777) && errno != EEXIST)
		return -1;
	sub = open_folder(fd, name);
	if (sub < 0 && (errno == ENOTDIR || errno == ELOOP) && !remove_at(fd, NULL, name, NULL) &&
	    !mkdirat(fd, name, 0777))
		sub = open_folder(fd, name);
	if (sub >= 0)
		take_rights(sub);
	return sub;
}

int
folder_make(int fd, const char *path)
{
	int at = fcntl(fd, F_DUPFD_CLOEXEC, 0), next, bad = -1, error;
	char *parts = xstrdup(path), *part = parts, *slash;

	for (; at >= 0 && (slash = strchr(part, '/')); part = slash + 1, at = next) {
		*slash = '\0';
		next = make_and_open(at, part);
		error = errno;
		close(at);
		errno = error;
	}
	if (at >= 0)
		bad = mkdirat(at, part, 0777);
	if (bad && at >= 0 && errno == EEXIST && !remove_at(at, NULL, part, NULL))
		bad = mkdirat(at, part, 0777);
	error = errno;
	if (at >= 0)
		close(at);
	free(parts);
	errno = error;
	return bad;
}

int
folder_open(const char *path)
{
	if (dir_make(path))
		return -1;
	return open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}
