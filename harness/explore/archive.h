/*
 * A wheel or another zip file: the paths in it, and unpacking them into a folder. Nothing is ever
 * written outside of that folder, and no more than the caller allows. libzip reads the format.
 */
#ifndef ARCHIVE_H
#define ARCHIVE_H

#include <stddef.h>

struct arena;
struct archive;

/* NULL with *why, in the arena, if the file cannot be read as a zip file */
struct archive *archive_open(struct arena *a, const char *path, const char **why);
void archive_close(struct archive *z);
size_t archive_entries(const struct archive *z);
/*
 * the path of entry i below the folder that it will be unpacked to; a folder's ends with '/'. What
 * a wheel has in NAME.data/purelib/ and platlib/ goes where an installer puts it: to the root. NULL
 * with *why if the path would leave the folder, or if the entry is a link or a special file.
 */
const char *archive_path(struct arena *a, const struct archive *z, size_t i, const char **why);
/*
 * unpack into the folder, a descriptor. *room is the number of bytes that may be written, and gets
 * less; each entry counts as a page at least. NULL, or why not; then a part is unpacked.
 */
const char *archive_unpack(struct arena *a, struct archive *z, int folder,
			   unsigned long long *room);

#endif
