#include "base/util.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/folder.h"

/* 0 and the size if fd may be read, else the errno that says why not */
static int
refuse(int fd, size_t most, size_t *size)
{
	struct stat st;

	if (fstat(fd, &st))
		return errno;
	if (S_ISDIR(st.st_mode))
		return EISDIR;
	if (!S_ISREG(st.st_mode))
		return ENXIO;
	*size = (size_t)st.st_size;
	return *size > most ? EFBIG : 0;
}

/*
 * 0, or an errno; a file may grow while it is read. Each start reads thousands of small files, so
 * a short chunk that reaches the known size is the last one; in /proc sizes are 0.
 */
static int
read_all(int fd, size_t most, size_t size, struct buf *b)
{
	char chunk[16384];
	size_t total = 0;
	ssize_t got;

	while ((got = read(fd, chunk, sizeof(chunk))) > 0) {
		total += (size_t)got;
		if (total > most)
			return EFBIG;
		buf_add(b, chunk, (size_t)got);
		if (size && total >= size && (size_t)got < sizeof(chunk))
			break;
	}
	buf_add(b, "", 0);
	return got < 0 ? errno : 0;
}

int
file_read(const char *path, struct buf *b)
{
	return file_read_most(path, FILE_MAX, b);
}

int
file_read_most(const char *path, size_t most, struct buf *b)
{
	/* without O_NONBLOCK, open would wait for the other end of a pipe */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY), bad;
	size_t size = 0;

	if (fd < 0)
		return -1;
	bad = refuse(fd, most, &size);
	if (!bad)
		bad = read_all(fd, most, size, b);
	close(fd);
	errno = bad;
	return bad ? -1 : 0;
}

const char *
file_why(int error)
{
	switch (error) {
	case EISDIR:
		return "it is a folder";
	case ENXIO:
		return "it is not a regular file";
	case EFBIG:
		return "it is larger than 16 MiB";
	}
	return strerror(error);
}

int
fd_write(int fd, const void *bytes, size_t len)
{
	const char *p = bytes;

	while (len) {
		ssize_t put = write(fd, p, len);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return -1;
		p += put;
		len -= (size_t)put;
	}
	return 0;
}

int
file_write(const char *path, const void *bytes, size_t len)
{
	struct buf beside = {0};
	int fd, bad;

	/* not mkstemp: its mode 0600 would hide the file from the other users of a checkout */
	buf_printf(&beside, "%s.%ld.new", path, (long)getpid());
	fd = open(beside.p, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0) {
		warn("cannot create %s:", beside.p);
		buf_free(&beside);
		return -1;
	}
	bad = fd_write(fd, bytes, len);
	bad |= close(fd);
	if (!bad)
		bad = rename(beside.p, path);
	if (bad) {
		warn("cannot write %s:", path);
		unlink(beside.p);
	}
	buf_free(&beside);
	return bad ? -1 : 0;
}

int
dir_make(const char *path)
{
	char *copy = xstrdup(path);
	int bad = 0;

	for (char *p = copy + 1; !bad && *p; p++) {
		if (*p != '/')
			continue;
		*p = '\0';
		bad = mkdir(copy, 0777) && errno != EEXIST;
		*p = '/';
	}
	if (!bad)
		bad = mkdir(copy, 0777) && errno != EEXIST;
	free(copy);
	return bad ? -1 : 0;
}

struct names {
	char **v;
	size_t n;
};

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static int
names_read(struct names *names, const char *path)
{
	struct dirent *entry;
	DIR *dir = opendir(path);

	/* as little to be taken for an empty folder as a failure of xmalloc() is */
	if (!dir && errno == ENOMEM)
		die("out of memory");
	if (!dir)
		return -1;
	while ((entry = readdir(dir))) {
		if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
			continue;
		names->v = xreallocarray(names->v, names->n + 1, sizeof(*names->v));
		names->v[names->n++] = xstrdup(entry->d_name);
	}
	closedir(dir);
	return 0;
}

int
dir_each(const char *path, void (*fn)(void *ctx, const char *name), void *ctx)
{
	struct names names = {0};

	if (names_read(&names, path))
		return -1;
	if (names.n)
		qsort(names.v, names.n, sizeof(*names.v), by_name);
	for (size_t i = 0; i < names.n; i++) {
		fn(ctx, names.v[i]);
		free(names.v[i]);
	}
	free(names.v);
	return 0;
}

int
dir_remove(const char *path)
{
	char *above = xstrdup(path), *slash = strrchr(above, '/');
	struct stat st;
	int fd, bad, error;

	if (lstat(path, &st) || !S_ISDIR(st.st_mode)) {
		free(above);
		return -1;
	}
	if (slash)
		*slash = '\0';
	fd = open(!slash ? "." : slash == above ? "/" : above, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bad = fd < 0 ? -1 : folder_remove(fd, slash ? slash + 1 : path, NULL);
	error = errno;
	if (fd >= 0)
		close(fd);
	free(above);
	errno = error;
	return bad;
}
