/*
 * Data for the page as a browser's DecompressionStream unpacks it: deflated, in base64. libzip,
 * which the program has anyway, deflates: the bytes are those of a file in an archive in memory.
 */
#include <stdlib.h>
#include <zip.h>

#include "base/util.h"
#include "report/page.h"

enum { LEVEL = 9 };

static void
base64(struct buf *b, const unsigned char *s, size_t len)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < len; i += 3) {
		size_t n = len - i < 3 ? len - i : 3;
		unsigned three = (unsigned)s[i] << 16 | (n > 1 ? (unsigned)s[i + 1] << 8 : 0) |
				 (n > 2 ? s[i + 2] : 0);

		for (size_t k = 0; k < 4; k++)
			buf_putc(b, k > n ? '=' : digits[three >> (18 - 6 * k) & 63]);
	}
}

/* an archive with one file */
static void
deflate(zip_source_t *memory, const char *bytes, size_t len)
{
	zip_t *z = zip_open_from_source(memory, ZIP_TRUNCATE, NULL);
	zip_source_t *file = z ? zip_source_buffer(z, bytes, len, 0) : NULL;

	if (!file || zip_file_add(z, "data", file, 0) ||
	    zip_set_file_compression(z, 0, ZIP_CM_DEFLATE, LEVEL) || zip_close(z))
		die("report html: cannot compress the data");
}

static unsigned char *
deflated(zip_source_t *memory, size_t *len)
{
	zip_t *z = zip_open_from_source(memory, ZIP_RDONLY, NULL);
	zip_file_t *f = z ? zip_fopen_index(z, 0, ZIP_FL_COMPRESSED) : NULL;
	unsigned char *packed;
	zip_stat_t st;

	if (!f || zip_stat_index(z, 0, 0, &st) || st.comp_method != ZIP_CM_DEFLATE)
		die("report html: cannot read the compressed data");
	*len = (size_t)st.comp_size;
	packed = xmalloc(*len + 1);
	if (zip_fread(f, packed, *len) != (zip_int64_t)*len)
		die("report html: cannot read the compressed data");
	zip_fclose(f);
	zip_close(z);
	return packed;
}

void
page_pack(struct buf *b, const char *bytes, size_t len)
{
	zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, NULL);
	unsigned char *packed;
	size_t size;

	if (!memory)
		die("report html: cannot compress the data");
	/* each zip_close would free it */
	zip_source_keep(memory);
	zip_source_keep(memory);
	deflate(memory, bytes, len);
	packed = deflated(memory, &size);
	zip_source_free(memory);
	base64(b, packed, size);
	free(packed);
}
