#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "run/suite.h"
#include "base/util.h"
#include "format/folders.h"

struct hashing {
	unsigned long long hash;
	struct buf path;  /* of the file or folder being hashed, below the root */
	struct buf bytes; /* of the file being hashed */
	const char *root;
	bool bad;
};

static void hash_path(struct hashing *h);

/* an editor's backup and swap files do not belong to the suite */
static bool
is_foreign(const char *name)
{
	return *name == '.' || name[strlen(name) - 1] == '~';
}

static void
hash_entry(void *ctx, const char *name)
{
	struct hashing *h = ctx;
	size_t len = h->path.len;

	if (is_foreign(name))
		return;
	buf_printf(&h->path, "/%s", name);
	hash_path(h);
	h->path.len = len;
	h->path.p[len] = '\0';
}

/* each part comes after its length, so that moving a byte to the next part changes the hash */
static void
hash_part(struct hashing *h, const struct buf *part)
{
	unsigned char length[8];

	for (size_t i = 0; i < sizeof(length); i++)
		length[i] = (unsigned char)((unsigned long long)part->len >> (8 * i));
	h->hash = hash_add(h->hash, length, sizeof(length));
	h->hash = hash_add(h->hash, part->p, part->len);
}

/* hash h->path and everything below it, in the order of names, without dangling links and pipes */
static void
hash_path(struct hashing *h)
{
	struct buf full = {0};

	buf_printf(&full, "%s/%s", h->root, h->path.p);
	buf_clear(&h->bytes);
	/* one look tells files from folders: there are thousands */
	if (!file_read(full.p, &h->bytes)) {
		hash_part(h, &h->path);
		hash_part(h, &h->bytes);
	} else if (errno == EISDIR) {
		h->bad |= dir_each(full.p, hash_entry, h) != 0;
	} else {
		h->bad |= errno != ENXIO && errno != ENOENT && errno != ELOOP;
	}
	buf_free(&full);
}

const char *
suite_hash(struct arena *a, const char *root)
{
	static const char *const folders[] = {FOLDER_CASES, FOLDER_EXPECTED, FOLDER_FIXTURES};
	struct hashing h = {.hash = HASH_START, .root = root};

	for (size_t i = 0; i < LENGTH(folders); i++) {
		buf_clear(&h.path);
		buf_puts(&h.path, folders[i]);
		hash_path(&h);
	}
	buf_free(&h.path);
	buf_free(&h.bytes);
	return h.bad ? "unknown" : arena_printf(a, "%016llx", h.hash);
}
