/* Tests the reader of PE files with an image that is made here, and the check of properties. */
#include <stdlib.h>
#include <string.h>

#include "base/util.h"
#include "fixtures/fixcheck.h"
#include "fixtures/pe.h"
#include "rows.h"
#include "tree.h"
#include "units.h"

/* where the parts of the image lie in the file; its only section is at the address RVA */
enum { HEAD = 64, OPTIONAL = HEAD + 24, OPTIONAL_SIZE = 240, SECTION = OPTIONAL + OPTIONAL_SIZE,
       RAW = 512, RVA = 0x1000, SIZE = 1536 };
/* the same, from the beginning of the section */
enum { EXPORTS = 0, IMPORTS = 64, DELAYED = 128, LIST = 256, TEXTS = 320 };

static void
put(unsigned char *image, size_t at, unsigned long long value, size_t n)
{
	for (size_t i = 0; i < n; i++)
		image[at + i] = (unsigned char)(value >> (8 * i));
}

static void
put_directory(unsigned char *image, size_t number, size_t at)
{
	put(image, OPTIONAL + 112 + number * 8, RVA + at, 4);
	put(image, OPTIONAL + 112 + number * 8 + 4, 40, 4);
}

static size_t
put_text(unsigned char *image, size_t at, const char *text)
{
	memcpy(image + RAW + at, text, strlen(text) + 1);
	return RVA + at;
}

/* a DLL that exports PyInit_x, imports the function f from A.dll, and B.dll when that is used */
static void
make_image(unsigned char *image)
{
	memset(image, 0, SIZE);
	memcpy(image, "MZ", 2);
	put(image, 0x3c, HEAD, 4);
	memcpy(image + HEAD, "PE\0\0", 4);
	put(image, HEAD + 4, 0x8664, 2);
	put(image, HEAD + 6, 1, 2);
	put(image, HEAD + 20, OPTIONAL_SIZE, 2);
	put(image, HEAD + 22, 0x2000, 2);
	put(image, OPTIONAL, 0x20b, 2);
	put(image, OPTIONAL + 108, 16, 4);
	put(image, SECTION + 12, RVA, 4);
	put(image, SECTION + 16, SIZE - RAW, 4);
	put(image, SECTION + 20, RAW, 4);
	put_directory(image, 0, EXPORTS);
	put(image, RAW + EXPORTS + 24, 1, 4);
	put(image, RAW + EXPORTS + 32, RVA + LIST, 4);
	put(image, RAW + LIST, put_text(image, TEXTS, "PyInit_x"), 4);
	put_directory(image, 1, IMPORTS);
	put(image, RAW + IMPORTS, RVA + LIST + 16, 4);
	put(image, RAW + IMPORTS + 12, put_text(image, TEXTS + 16, "A.dll"), 4);
	put(image, RAW + LIST + 16, 1ULL << 63 | 7, 8);
	put(image, RAW + LIST + 24, put_text(image, TEXTS + 34, "f") - 2, 8);
	put_directory(image, 13, DELAYED);
	put(image, RAW + DELAYED + 4, put_text(image, TEXTS + 48, "B.dll"), 4);
	put_directory(image, 9, LIST);
}

static void
test_read(void)
{
	unsigned char image[SIZE];
	struct pe_image pe;

	make_image(image);
	row_text(__FILE__, __LINE__, pe_open(&pe, (char *)image, SIZE), NULL);
	row_check(__FILE__, __LINE__, pe_machine(&pe) == 0x8664, "machine");
	row_check(__FILE__, __LINE__, pe_is_library(&pe), "a library");
	row_check(__FILE__, __LINE__, pe_exports(&pe, "PyInit_x"), "exports");
	row_check(__FILE__, __LINE__, !pe_exports(&pe, "PyInit_"), "exports part of a name");
	row_check(__FILE__, __LINE__, pe_imports(&pe, "a.DLL", false), "imports");
	row_check(__FILE__, __LINE__, !pe_imports(&pe, "a.DLL", true), "not delayed");
	row_check(__FILE__, __LINE__, pe_imports(&pe, "B.dll", true), "delayed");
	row_check(__FILE__, __LINE__, !pe_imports(&pe, "B.dll", false), "only delayed");
	row_check(__FILE__, __LINE__, pe_undefined(&pe, "f"), "undefined");
	row_check(__FILE__, __LINE__, !pe_undefined(&pe, "g"), "not undefined");
	row_check(__FILE__, __LINE__, pe_has_tls(&pe), "thread-local storage");
}

/* every prefix of the image, and each byte of its headers changed, is read without a fault */
static void
test_damaged(void)
{
	unsigned char image[SIZE];
	struct pe_image pe;
	size_t answers = 0;

	for (size_t i = 0; i < 2 * SIZE; i++) {
		char *copy;
		size_t len = i < SIZE ? i : SIZE;

		make_image(image);
		if (i >= SIZE)
			image[i - SIZE] ^= 0xff;
		copy = xmalloc(len + 1);
		memcpy(copy, image, len);
		if (!pe_open(&pe, copy, len))
			answers += pe_exports(&pe, "x") + pe_imports(&pe, "x", true) +
				   pe_undefined(&pe, "x") + pe_has_tls(&pe);
		free(copy);
	}
	row_check(__FILE__, __LINE__, answers > 0, "none of them has a directory");
	row_text(__FILE__, __LINE__, pe_open(&pe, "MZ", 2), "a file of another kind");
}

static void
test_properties(void)
{
	static const struct {
		int line;
		const char *property, *says;
	} t[] = {
		{__LINE__, "exports:PyInit_x", ""},
		{__LINE__, "lacks:PyInit_y", ""},
		{__LINE__, "needed:a.dll", ""},
		{__LINE__, "notneeded:b.dll", ""},
		{__LINE__, "delayed:b.dll", ""},
		{__LINE__, "undef:f", ""},
		{__LINE__, "tlsdir", ""},
		{__LINE__, "exports:PyInit_y",
		 "x: expected exports:PyInit_y, found no such thing\n"},
		{__LINE__, "lacks:PyInit_x", "x: expected lacks:PyInit_x, found no such thing\n"},
		{__LINE__, "bindnow", "x: bindnow is not proven: a PE file\n"},
	};
	unsigned char image[SIZE];
	struct tree tree;
	const char *path;

	tree_open(&tree);
	make_image(image);
	path = arena_printf(&tree.mem, "%s/x.pyd", tree.dir);
	file_write(path, (char *)image, SIZE);
	for (size_t i = 0; i < LENGTH(t); i++) {
		char *texts[] = {arena_strdup(&tree.mem, t[i].property), NULL};
		struct buf said = {0};
		int bad = fixcheck_file(path, "x", texts, &said);

		row_text(__FILE__, t[i].line, buf_str(&said), t[i].says);
		row_check(__FILE__, t[i].line, !bad == !*t[i].says, "status");
		buf_free(&said);
	}
	tree_close(&tree);
}

void
unit_pe(void)
{
	static const struct row_test tests[] = {
		{"what a file tells", test_read},
		{"damaged files", test_damaged},
		{"properties", test_properties},
	};

	rows_suite("pe", tests, LENGTH(tests));
}
