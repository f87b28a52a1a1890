#include "run/suite_files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"
#include "format/folders.h"

static const char *const folders[] = {FOLDER_CASES, FOLDER_EXPECTED, FOLDER_FIXTURES};

/* a walk through all files and folders of the suite, in the order of names */
struct walk {
	struct suite_files *files;
	void (*visit)(struct walk *w, const char *full, const struct stat *st);
	struct buf path;  /* of the file or folder that is visited, below the root */
	struct buf bytes; /* of the file that is read */
	unsigned long long hash;
	bool bad;         /* a file or folder could not be read */
	size_t most, changed;
	struct buf *names;
};

/* an editor's backup and swap files do not belong to the suite */
static bool
is_foreign(const char *name)
{
	return *name == '.' || name[strlen(name) - 1] == '~';
}

static void walk_path(struct walk *w);

static void
walk_entry(void *ctx, const char *name)
{
	struct walk *w = ctx;
	size_t len = w->path.len;

	if (is_foreign(name))
		return;
	buf_printf(&w->path, "/%s", name);
	walk_path(w);
	w->path.len = len;
	w->path.p[len] = '\0';
}

static void
walk_path(struct walk *w)
{
	struct buf full = {0};
	struct stat st = {0};

	buf_printf(&full, "%s/%s", w->files->root, w->path.p);
	if (stat(full.p, &st))
		st = (struct stat){0};
	w->visit(w, full.p, &st);
	if (S_ISDIR(st.st_mode))
		w->bad |= dir_each(full.p, walk_entry, w) != 0;
	buf_free(&full);
}

static void
walk_all(struct walk *w)
{
	for (size_t i = 0; i < LENGTH(folders); i++) {
		buf_clear(&w->path);
		buf_puts(&w->path, folders[i]);
		walk_path(w);
	}
	buf_free(&w->path);
	buf_free(&w->bytes);
}

static struct suite_stamp
stamp_of(const struct stat *st)
{
	return (struct suite_stamp){
		.device = (unsigned long long)st->st_dev,
		.number = (unsigned long long)st->st_ino,
		.size = (unsigned long long)st->st_size,
		.written = (long long)st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec,
		.changed = (long long)st->st_ctim.tv_sec * 1000000000 + st->st_ctim.tv_nsec,
	};
}

static bool
same_stamp(const struct suite_stamp *a, const struct suite_stamp *b)
{
	return a->device == b->device && a->number == b->number && a->size == b->size &&
	       a->written == b->written && a->changed == b->changed;
}

/* each part comes after its length, so that moving a byte to the next part changes the hash */
static void
hash_part(unsigned long long *hash, const struct buf *part)
{
	unsigned char length[8];

	for (size_t i = 0; i < sizeof(length); i++)
		length[i] = (unsigned char)((unsigned long long)part->len >> (8 * i));
	*hash = hash_add(*hash, length, sizeof(length));
	*hash = hash_add(*hash, part->p, part->len);
}

static struct suite_file *
add_file(struct suite_files *f, const char *path)
{
	if (f->n == f->room) {
		f->room = f->room ? 2 * f->room : 1024;
		f->v = xreallocarray(f->v, f->room, sizeof(*f->v));
	}
	f->v[f->n] = (struct suite_file){.path = arena_strdup(&f->mem, path)};
	return &f->v[f->n++];
}

/* the bytes of fixtures' sources are read by compilers, from the files */
static struct arena *
keeper(struct suite_files *f, const char *path)
{
	if (text_starts(path, FOLDER_CASES "/"))
		return &f->cases;
	return text_starts(path, FOLDER_EXPECTED "/") ? &f->mem : NULL;
}

static void
set_bytes(struct suite_files *f, struct suite_file *file, const char *bytes, size_t len)
{
	struct arena *a = keeper(f, file->path);

	file->error = 0;
	file->len = len;
	file->hash = hash_add(HASH_START, bytes, len);
	file->bytes = a ? arena_strndup(a, bytes, len) : NULL;
}

static void
read_file(struct walk *w, const char *full, const struct stat *st)
{
	struct suite_file *file = add_file(w->files, w->path.p);

	if (S_ISDIR(st->st_mode)) {
		file->error = EISDIR;
		return;
	}
	file->stamp = stamp_of(st);
	buf_clear(&w->bytes);
	if (!file_read(full, &w->bytes)) {
		hash_part(&w->hash, &w->path);
		hash_part(&w->hash, &w->bytes);
		set_bytes(w->files, file, buf_str(&w->bytes), w->bytes.len);
		return;
	}
	file->error = errno;
	/* pipes and dangling links are no part of the hash */
	w->bad |= errno != ENXIO && errno != ENOENT && errno != ELOOP;
}

static int
by_path(const void *a, const void *b)
{
	const struct suite_file *x = a, *y = b;

	return strcmp(x->path, y->path);
}

void
suite_files_read(struct suite_files *f, const char *root)
{
	struct walk w = {.files = f, .visit = read_file, .hash = HASH_START};

	f->root = root;
	walk_all(&w);
	if (w.bad)
		snprintf(f->hash, sizeof(f->hash), "unknown");
	else
		snprintf(f->hash, sizeof(f->hash), "%016llx", w.hash);
	if (f->n)
		qsort(f->v, f->n, sizeof(*f->v), by_path);
}

void
suite_files_parsed(struct suite_files *f)
{
	for (size_t i = 0; i < f->n; i++) {
		if (keeper(f, f->v[i].path) == &f->cases)
			f->v[i].bytes = NULL;
	}
	arena_free(&f->cases);
}

void
suite_files_free(struct suite_files *f)
{
	free(f->v);
	arena_free(&f->cases);
	arena_free(&f->mem);
	*f = (struct suite_files){0};
}

static struct suite_file *
find(const struct suite_files *f, const char *path)
{
	const struct suite_file key = {.path = path};

	return f->n ? bsearch(&key, f->v, f->n, sizeof(*f->v), by_path) : NULL;
}

const struct suite_file *
suite_files_find(const struct suite_files *f, const char *path)
{
	return find(f, path);
}

void
suite_files_put(struct suite_files *f, const char *path, const char *bytes, size_t len)
{
	struct suite_file *file = find(f, path);

	if (!file) {
		add_file(f, path);
		qsort(f->v, f->n, sizeof(*f->v), by_path);
		file = find(f, path);
	}
	set_bytes(f, file, bytes, len);
}

static void
tell(struct walk *w, const char *path)
{
	if (w->changed++ < w->most)
		buf_printf(w->names, "%s%s", w->changed > 1 ? ", " : "", path);
}

/* are the bytes of a file with another stamp those that were read? */
static bool
same_bytes(struct walk *w, struct suite_file *file, const char *full, const struct suite_stamp *now)
{
	int error;

	buf_clear(&w->bytes);
	error = file_read(full, &w->bytes) ? errno : 0;
	if (error != file->error || w->bytes.len != file->len ||
	    (!error && hash_add(HASH_START, buf_str(&w->bytes), w->bytes.len) != file->hash))
		return false;
	file->stamp = *now;
	return true;
}

static void
compare_file(struct walk *w, const char *full, const struct stat *st)
{
	struct suite_file *file = find(w->files, w->path.p);
	struct suite_stamp now = stamp_of(st);
	bool folder = S_ISDIR(st->st_mode);

	if (file)
		file->seen = true;
	if (folder ? file && file->error != EISDIR : !file)
		tell(w, w->path.p);
	else if (!folder && !same_stamp(&file->stamp, &now) && !same_bytes(w, file, full, &now))
		tell(w, w->path.p);
}

size_t
suite_files_changed(struct suite_files *f, size_t most, struct buf *names)
{
	struct walk w = {.files = f, .visit = compare_file, .most = most, .names = names};

	for (size_t i = 0; i < f->n; i++)
		f->v[i].seen = false;
	walk_all(&w);
	for (size_t i = 0; i < f->n; i++) {
		if (!f->v[i].seen)
			tell(&w, f->v[i].path);
	}
	return w.changed;
}
