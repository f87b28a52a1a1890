/* Tests that archives are unpacked, and that no archive reaches anything outside of its folder. */
#include <CUnit/CUnit.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "base/util.h"
#include "explore/archive.h"
#include "tree.h"
#include "units.h"
#include "zips.h"

enum { ROOM = 1 << 20, ENTRY = 4096 }; /* an entry costs so much at least */

/* unpack DIR/x.zip to DIR/out/in; NULL or why not */
static const char *
unpack(struct tree *t, unsigned long long room)
{
	const char *why = NULL, *in = arena_printf(&t->mem, "%s/out/in", t->dir);
	struct archive *z = archive_open(&t->mem, arena_printf(&t->mem, "%s/x.zip", t->dir), &why);
	int fd;

	if (!z)
		return why;
	dir_make(in);
	fd = open(in, O_RDONLY | O_DIRECTORY);
	why = archive_unpack(&t->mem, z, fd, &room);
	close(fd);
	archive_close(z);
	return why;
}

static void
make(struct tree *t, const struct zip_part *parts)
{
	zips_make(arena_printf(&t->mem, "%s/x.zip", t->dir), parts);
}

static void
test_unpack(void)
{
	static const struct zip_part parts[] = {
		{.name = "pack/", .text = "", .mode = S_IFDIR | 0755},
		{.name = "pack/a.py", .text = "a\n", .mode = S_IFREG | 0644},
		ZIP_TEXT("pack/deep/er/b..py", "b\n"),
		ZIP_TEXT("w-1.data/platlib/pack/c.so", "c\n"),
		ZIP_TEXT("w-1.data/purelib/d.py", "d\n"),
		ZIP_TEXT("w-1.data/scripts/e", "e\n"),
		ZIP_END,
	};
	static const char *const files[] = {"pack/a.py", "pack/deep/er/b..py", "pack/c.so",
					    "d.py", "w-1.data/scripts/e"};
	struct tree t;
	const char *why;

	tree_open(&t);
	make(&t, parts);
	why = unpack(&t, ROOM);
	UNIT_CHECK(!why, "%s", why);
	for (size_t i = 0; i < LENGTH(files); i++) {
		const char *path = arena_printf(&t.mem, "%s/out/in/%s", t.dir, files[i]);
		struct buf text = {0};

		UNIT_CHECK(!file_read(path, &text) && text.len == 2, "%s", path);
		buf_free(&text);
	}
	tree_close(&t);
}

/* archives that must be refused, with a word of the reason */
static const struct {
	struct zip_part part;
	const char *why;
} bad[] = {
	{ZIP_TEXT("../escaped", "x"), "would leave the folder"},
	{ZIP_TEXT("/tmp/escaped", "x"), "would leave the folder"},
	{ZIP_TEXT("a/../../escaped", "x"), "would leave the folder"},
	{ZIP_TEXT("a//b", "x"), "would leave the folder"},
	{ZIP_TEXT("a/./b", "x"), "would leave the folder"},
	{ZIP_TEXT("..", "x"), "would leave the folder"},
	{ZIP_TEXT("w.data/purelib/../../escaped", "x"), "would leave the folder"},
	{{.name = "link", .text = "/etc", .mode = S_IFLNK | 0777}, "is no file and no folder"},
	{{.name = "pipe", .text = "", .mode = S_IFIFO | 0666}, "is no file and no folder"},
	{ZIP_TEXT("good/under", "x"), "good"}, /* good is a file there */
	{{.name = "bomb", .text = "x", .more = 2 * ROOM}, "more bytes than may be unpacked"},
};

static void
test_refused(void)
{
	for (size_t i = 0; i < LENGTH(bad); i++) {
		const struct zip_part parts[] = {ZIP_TEXT("good", "g\n"), bad[i].part, ZIP_END};
		struct tree t;
		const char *why;

		tree_open(&t);
		make(&t, parts);
		why = unpack(&t, ROOM);
		UNIT_CHECK(why && strstr(why, bad[i].why), "%s: %s", bad[i].part.name,
			   why ? why : "unpacked");
		UNIT_CHECK(access(arena_printf(&t.mem, "%s/out/escaped", t.dir), F_OK) &&
				   access(arena_printf(&t.mem, "%s/escaped", t.dir), F_OK),
			   "%s left its folder", bad[i].part.name);
		tree_close(&t);
	}
}

/* a link that is there already, where the archive has a folder */
static void
test_link_on_the_way(void)
{
	static const struct zip_part parts[] = {ZIP_TEXT("pack/escaped", "x"), ZIP_END};
	struct tree t;
	const char *why;

	tree_open(&t);
	make(&t, parts);
	dir_make(arena_printf(&t.mem, "%s/out/in", t.dir));
	UNIT_CHECK(!symlink("..", arena_printf(&t.mem, "%s/out/in/pack", t.dir)), "no link");
	why = unpack(&t, ROOM);
	UNIT_CHECK(why && access(arena_printf(&t.mem, "%s/out/escaped", t.dir), F_OK), "%s",
		   why ? why : "unpacked");
	tree_close(&t);
}

/* many small files fill a file system, too */
static void
test_many_files(void)
{
	static const struct zip_part parts[] = {ZIP_TEXT("a", ""), ZIP_TEXT("b", ""),
						ZIP_TEXT("c", ""), ZIP_END};
	struct tree t;
	const char *why;

	tree_open(&t);
	make(&t, parts);
	why = unpack(&t, 2 * ENTRY);
	UNIT_CHECK(why && strstr(why, "more files than may be unpacked"), "%s", why ? why : "all");
	tree_close(&t);
}

/* the bytes of a zip file, one of them changed */
static void
test_broken(void)
{
	static const struct zip_part parts[] = {ZIP_TEXT("a", "a text that is in it\n"),
						ZIP_END};
	struct tree t;
	struct buf bytes = {0};
	const char *why, *path;
	char *at;

	tree_open(&t);
	make(&t, parts);
	path = arena_printf(&t.mem, "%s/x.zip", t.dir);
	UNIT_CHECK(!file_read(path, &bytes) && bytes.len > 60, "no zip file");
	at = bytes.p + 31; /* behind the local header and the name: the content */
	*at ^= 1;
	UNIT_CHECK(!file_write(path, bytes.p, bytes.len), "not written");
	why = unpack(&t, ROOM);
	UNIT_CHECK(why && text_starts(why, "a: "), "a wrong sum: %s", why ? why : "unpacked");
	UNIT_CHECK(!file_write(path, bytes.p, bytes.len - 5), "not written");
	why = unpack(&t, ROOM);
	UNIT_CHECK(why != NULL, "a file that was cut");
	UNIT_CHECK(!file_write(path, "no zip\n", 7), "not written");
	why = unpack(&t, ROOM);
	UNIT_CHECK(why && strstr(why, "Not a zip"), "%s", why ? why : "unpacked");
	buf_free(&bytes);
	tree_close(&t);
}

void
unit_archive(void)
{
	CU_TestInfo tests[] = {
		{"a wheel is unpacked", test_unpack},
		{"what must be refused", test_refused},
		{"a link on the way", test_link_on_the_way},
		{"many files", test_many_files},
		{"broken archives", test_broken},
		CU_TEST_INFO_NULL,
	};
	CU_SuiteInfo suites[] = {{.pName = "archive", .pTests = tests}, CU_SUITE_INFO_NULL};

	CU_register_suites(suites);
}
