#include "explore/archive.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include "base/text.h"
#include "base/util.h"

enum { PAGE = 4096, CHUNK = 1 << 16 };

struct archive {
	zip_t *zip;
};

struct archive *
archive_open(struct arena *a, const char *path, const char **why)
{
	struct archive *z;
	zip_error_t error;
	int code;
	zip_t *zip = zip_open(path, ZIP_RDONLY, &code);

	if (!zip) {
		zip_error_init_with_code(&error, code);
		*why = arena_strdup(a, zip_error_strerror(&error));
		zip_error_fini(&error);
		return NULL;
	}
	z = xmalloc(sizeof(*z));
	z->zip = zip;
	return z;
}

void
archive_close(struct archive *z)
{
	zip_discard(z->zip);
	free(z);
}

size_t
archive_entries(const struct archive *z)
{
	return (size_t)zip_get_num_entries(z->zip, 0);
}

/* is every component a name? the last one may be empty: then it is a folder */
static bool
stays_below(const char *path)
{
	for (;; path++) {
		size_t len = strcspn(path, "/");

		if (!len || (len == 1 && *path == '.') || (len == 2 && text_starts(path, "..")))
			return false;
		path += len;
		if (!*path || !path[1])
			return true;
	}
}

/* a regular file or a folder? under systems other than Unix there was nothing else to pack */
static bool
is_plain(const struct archive *z, size_t i)
{
	zip_uint8_t system;
	zip_uint32_t attributes;
	unsigned kind;

	if (zip_file_get_external_attributes(z->zip, i, 0, &system, &attributes))
		return false;
	kind = attributes >> 16 & S_IFMT;
	return system != ZIP_OPSYS_UNIX || !kind || kind == S_IFREG || kind == S_IFDIR;
}

/* the part behind NAME.data/purelib/ or NAME.data/platlib/, or all of it */
static const char *
installed_path(const char *path)
{
	static const char *const libs[] = {".data/purelib/", ".data/platlib/"};
	const char *slash = strchr(path, '/');

	for (size_t i = 0; slash && i < LENGTH(libs); i++) {
		const char *rest = slash + strlen("/purelib/");

		if (slash - path > (long)strlen(".data") &&
		    text_starts(slash - strlen(".data"), libs[i]) && *rest)
			return rest;
	}
	return path;
}

const char *
archive_path(struct arena *a, const struct archive *z, size_t i, const char **why)
{
	const char *name = zip_get_name(z->zip, i, 0);
	const char *path = name ? installed_path(name) : NULL;

	*why = !path		      ? "an entry without a name"
	     : !stays_below(path) ? arena_printf(a, "its entry '%s' would leave the folder", name)
	     : !is_plain(z, i)	  ? arena_printf(a, "its entry '%s' is no file and no folder", name)
				  : NULL;
	return *why ? NULL : arena_strdup(a, path);
}

/* make the folders of a path below one, and open the last; a descriptor, or -1 with errno set */
static int
open_folder(int folder, const char *path)
{
	int fd = dup(folder), next;
	char name[256];

	for (; fd >= 0 && strchr(path, '/'); path += strlen(name) + 1) {
		size_t len = strcspn(path, "/");

		if (len >= sizeof(name)) {
			errno = ENAMETOOLONG;
			close(fd);
			return -1;
		}
		memcpy(name, path, len);
		name[len] = '\0';
		next = mkdirat(fd, name, 0777) && errno != EEXIST
			       ? -1
			       : openat(fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		close(fd);
		fd = next;
	}
	return fd;
}

/* copy what an entry has; NULL, or why not */
static const char *
copy(struct arena *a, zip_file_t *from, int to, unsigned long long *room)
{
	char bytes[CHUNK];
	zip_int64_t n;

	while ((n = zip_fread(from, bytes, sizeof(bytes))) > 0) {
		if ((unsigned long long)n > *room)
			return "it has more bytes than may be unpacked";
		*room -= (unsigned long long)n;
		if (fd_write(to, bytes, (size_t)n))
			return strerror(errno);
	}
	return n < 0 ? arena_strdup(a, zip_file_strerror(from)) : NULL;
}

static const char *
write_file(struct arena *a, struct archive *z, size_t i, int folder, const char *name,
	   unsigned long long *room)
{
	zip_file_t *from = zip_fopen_index(z->zip, i, 0);
	const char *why = from ? NULL : arena_strdup(a, zip_strerror(z->zip));
	int to = why ? -1 : openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0777);

	if (!why)
		why = to < 0 ? strerror(errno) : copy(a, from, to, room);
	if (to >= 0)
		close(to);
	if (from)
		zip_fclose(from);
	return why;
}

static const char *
unpack_entry(struct arena *a, struct archive *z, size_t i, int folder, unsigned long long *room)
{
	const char *why, *path = archive_path(a, z, i, &why), *slash;
	int below;

	if (why)
		return why;
	if (*room < PAGE)
		return "it has more files than may be unpacked";
	*room -= PAGE;
	below = open_folder(folder, path);
	if (below < 0)
		return arena_printf(a, "%s: %s", path, strerror(errno));
	slash = strrchr(path, '/');
	if (!slash || slash[1])
		why = write_file(a, z, i, below, slash ? slash + 1 : path, room);
	close(below);
	return why ? arena_printf(a, "%s: %s", path, why) : NULL;
}

const char *
archive_unpack(struct arena *a, struct archive *z, int folder, unsigned long long *room)
{
	const char *why = NULL;

	for (size_t i = 0; i < archive_entries(z) && !why; i++)
		why = unpack_entry(a, z, i, folder, room);
	return why;
}
