#include "zips.h"

#include <string.h>
#include <zip.h>

#include "base/util.h"

static zip_source_t *
source(zip_t *z, const struct zip_part *part)
{
	size_t len = part->text ? strlen(part->text) : 0;
	char *bytes;

	if (!part->text)
		return zip_source_file(z, part->from, 0, -1);
	if (!len && !part->more)
		return zip_source_buffer(z, NULL, 0, 0);
	bytes = xcalloc(len + part->more + 1, 1);
	memcpy(bytes, part->text, len);
	return zip_source_buffer(z, bytes, len + part->more, 1);
}

static int
set_mode(zip_t *z, zip_uint64_t i, unsigned mode)
{
	return mode ? zip_file_set_external_attributes(z, i, 0, ZIP_OPSYS_UNIX, mode << 16) : 0;
}

void
zips_make(const char *path, const struct zip_part *parts)
{
	zip_t *z = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	zip_int64_t i;

	if (!z)
		die("cannot make %s:", path);
	for (; parts->name; parts++) {
		i = zip_file_add(z, parts->name, source(z, parts), ZIP_FL_ENC_UTF_8);
		if (i < 0 || set_mode(z, (zip_uint64_t)i, parts->mode))
			die("%s: %s", path, zip_strerror(z));
	}
	if (zip_close(z))
		die("%s: %s", path, zip_strerror(z));
}
