#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/util.h"
#include "rows.h"
#include "units.h"

static void
test_arena(void)
{
	struct arena a = {0};
	char *kept = arena_strdup(&a, "kept");

	for (size_t size = 0; size < 200000; size = size * 2 + 1) {
		char *p = arena_alloc(&a, size);

		row_check(__FILE__, __LINE__, (uintptr_t)p % sizeof(void *) == 0, "aligned");
		for (size_t i = 0; i < size; i++)
			if (p[i])
				row_check(__FILE__, __LINE__, false, "zeroed");
		memset(p, 0xff, size);
	}
	row_text(__FILE__, __LINE__, kept, "kept");
	row_text(__FILE__, __LINE__, arena_strndup(&a, "abcdef", 3), "abc");
	row_text(__FILE__, __LINE__, arena_printf(&a, "%s-%d", "x", 7), "x-7");
	arena_free(&a);
	row_check(__FILE__, __LINE__, !a.head, "empty after arena_free");
	row_text(__FILE__, __LINE__, arena_strdup(&a, "again"), "again");
	arena_free(&a);
}

static void
test_buf(void)
{
	struct buf b = {0};

	row_text(__FILE__, __LINE__, buf_str(&b), "");
	buf_add(&b, "a\0b", 3);
	row_check(__FILE__, __LINE__, b.len == 3 && !memcmp(b.p, "a\0b", 4),
		  "NUL bytes are kept");
	buf_clear(&b);
	row_text(__FILE__, __LINE__, buf_str(&b), "");
	for (int i = 0; i < 1000; i++)
		buf_printf(&b, "%d,", i % 10);
	row_check(__FILE__, __LINE__, b.len == 2000 && strlen(b.p) == 2000, "it grows");
	buf_putc(&b, 'x');
	buf_puts(&b, "yz");
	row_text(__FILE__, __LINE__, b.p + 1998, "9,xyz");
	buf_free(&b);
	row_check(__FILE__, __LINE__, !b.p && !b.len && !b.cap, "empty after buf_free");
}

static void
test_errors(void)
{
	struct errors e = {0};

	for (int i = 1; i <= ERRORS_MAX + 5; i++)
		errors_at(&e, "x.case", i, "mistake %d", i);
	row_check(__FILE__, __LINE__, e.n == ERRORS_MAX + 5, "all are counted");
	row_contains(__FILE__, __LINE__, buf_str(&e.text), "x.case:1: mistake 1\nx.case:2: ");
	row_contains(__FILE__, __LINE__, buf_str(&e.text), "x.case:10: mistake 10\n");
	row_check(__FILE__, __LINE__, !strstr(buf_str(&e.text), "x.case:11:"), "ten are kept");
	errors_free(&e);
	row_check(__FILE__, __LINE__, !e.n && !e.text.p, "empty after errors_free");
}

static char *
new_folder(void)
{
	const char *tmp = getenv("TMPDIR");
	struct buf b = {0};

	buf_printf(&b, "%s/unit-util-XXXXXX", tmp && *tmp ? tmp : "/tmp");
	if (!mkdtemp(b.p))
		die("cannot make a folder %s:", b.p);
	return b.p;
}

static char *
below(const char *folder, const char *name)
{
	struct buf b = {0};

	buf_printf(&b, "%s/%s", folder, name);
	return b.p;
}

static void
test_file(void)
{
	char *folder = new_folder(), *path = below(folder, "file");
	struct buf b = {0};

	row_check(__FILE__, __LINE__, !file_write(path, "one", 3), "created");
	row_check(__FILE__, __LINE__, !file_write(path, "tw\0o", 4), "replaced");
	buf_puts(&b, "before ");
	row_check(__FILE__, __LINE__, !file_read(path, &b), "read");
	row_check(__FILE__, __LINE__, b.len == 11 && !memcmp(b.p, "before tw\0o", 12),
		  "appended");
	row_check(__FILE__, __LINE__, file_read(folder, &b) && errno == EISDIR, "a folder");
	row_check(__FILE__, __LINE__, !dir_remove(folder), "removed");
	row_check(__FILE__, __LINE__, file_read(path, &b) && errno == ENOENT, "nothing left");
	buf_free(&b);
	free(path);
	free(folder);
}

/* endless files, and files that would fill the memory, are refused before they are read */
static void
test_no_file(void)
{
	static const struct {
		int line;
		int error;
		const char *why;
	} t[] = {
		{__LINE__, EISDIR, "it is a folder"},
		{__LINE__, ENXIO, "it is not a regular file"},
		{__LINE__, EFBIG, "it is larger than 16 MiB"},
		{__LINE__, ENOENT, "No such file or directory"},
	};
	char *folder = new_folder(), *pipe = below(folder, "pipe"), *big = below(folder, "big");
	struct buf b = {0};

	for (size_t i = 0; i < LENGTH(t); i++)
		row_text(__FILE__, t[i].line, file_why(t[i].error), t[i].why);
	row_check(__FILE__, __LINE__, !mkfifo(pipe, 0666), "made");
	row_check(__FILE__, __LINE__, file_read(pipe, &b) && errno == ENXIO, "a pipe");
	row_check(__FILE__, __LINE__, file_read("/dev/zero", &b) && errno == ENXIO, "a device");
	row_check(__FILE__, __LINE__, !file_write(big, "", 0) && !truncate(big, FILE_MAX), "made");
	row_check(__FILE__, __LINE__, !file_read(big, &b) && b.len == FILE_MAX, "the largest");
	row_check(__FILE__, __LINE__, !truncate(big, (off_t)FILE_MAX + 1), "larger");
	row_check(__FILE__, __LINE__, file_read(big, &b) && errno == EFBIG, "one byte more");
	row_check(__FILE__, __LINE__, !dir_remove(folder), "removed");
	buf_free(&b);
	free(big);
	free(pipe);
	free(folder);
}

static void
append_name(void *ctx, const char *name)
{
	buf_puts(ctx, name);
	buf_putc(ctx, ' ');
}

static void
test_dir(void)
{
	char *folder = new_folder(), *deep = below(folder, "a/b/c"),
	     *link = below(folder, "link");
	char *locked = below(folder, "a/b"), *file = below(folder, "a/b/c/file");
	struct buf names = {0};
	struct stat st;

	row_check(__FILE__, __LINE__, !dir_make(deep) && !dir_make(deep), "made, again too");
	row_check(__FILE__, __LINE__, !file_write(file, "", 0), "a file in it");
	row_check(__FILE__, __LINE__, !symlink("/", link), "a link out of it");
	row_check(__FILE__, __LINE__, !dir_each(folder, append_name, &names), "listed");
	row_text(__FILE__, __LINE__, buf_str(&names), "a link ");
	row_check(__FILE__, __LINE__, !chmod(locked, 0), "a folder that cannot be listed");
	row_check(__FILE__, __LINE__, !dir_remove(folder), "removed");
	row_check(__FILE__, __LINE__, stat(folder, &st) && errno == ENOENT, "gone");
	row_check(__FILE__, __LINE__, !stat("/", &st), "a link is not followed");
	row_check(__FILE__, __LINE__, dir_each(folder, append_name, &names) && errno == ENOENT,
		  "no folder");
	buf_free(&names);
	free(file);
	free(locked);
	free(link);
	free(deep);
	free(folder);
}

void
unit_util(void)
{
	static const struct row_test tests[] = {
		{"arena", test_arena}, {"buf", test_buf}, {"errors", test_errors},
		{"file", test_file},   {"no file", test_no_file},
		{"dir", test_dir},
	};

	rows_suite("util", tests, LENGTH(tests));
}
