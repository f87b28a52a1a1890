/*
 * The suite's files as they were when a run began: cases, expected files and known lists are judged
 * from these bytes, whatever happens to the files afterwards. Knows files and bytes; no formats.
 */
#ifndef SUITE_FILES_H
#define SUITE_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/util.h"

/* shows without reading a file that nobody wrote to it */
struct suite_stamp {
	unsigned long long device, number, size;
	long long written, changed; /* in ns */
};

struct suite_file {
	const char *path;  /* below the root */
	const char *bytes; /* NULL if it could not be read, or if they are not kept */
	size_t len;
	int error;         /* the errno of file_read, or 0 */
	unsigned long long hash;
	struct suite_stamp stamp;
	bool seen;         /* by the last suite_files_changed() */
};

struct suite_files {
	struct arena mem;     /* paths, and bytes that are kept */
	struct arena cases;   /* bytes of cases; freed when they are parsed */
	const char *root;
	struct suite_file *v; /* sorted by path */
	size_t n, room;
	char hash[17];        /* of all of them, or "unknown" if one cannot be read */
};

/* read all files in cases/, expected/ and fixtures-src/ below root; start from {0} */
void suite_files_read(struct suite_files *f, const char *root);
/* forget the bytes of cases: they are parsed */
void suite_files_parsed(struct suite_files *f);
void suite_files_free(struct suite_files *f);
/* the file with this path below the root, or NULL */
const struct suite_file *suite_files_find(const struct suite_files *f, const char *path);
/* this program has written the file: from now on these bytes count */
void suite_files_put(struct suite_files *f, const char *path, const char *bytes, size_t len);
/*
 * the number of files that are not as they were read: other bytes, new, or removed; up to `most` of
 * their paths go to names, with ", " between them
 */
size_t suite_files_changed(struct suite_files *f, size_t most, struct buf *names);

#endif
