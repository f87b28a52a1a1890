/*
 * skips FILE REPORT...: renews FILE, harness/SKIPS.md, from what `conform -o json:REPORT` wrote for
 * each loader, whose name is that of the report without .json. Exit status 0: written; 1: written,
 * but a requirement has no sentence, or a report could not be used; 2: usage.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "tools/skips/skips.h"

/* false after a warning */
static bool
take(struct skips *s, const char *path)
{
	struct buf json = {0};
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *fault;
	size_t len = strlen(name);

	if (file_read(path, &json))
		die("cannot read %s: %s; `make check-all` writes reports", path, file_why(errno));
	name = arena_strndup(&s->mem, name, text_ends(name, ".json") ? len - 5 : len);
	fault = skips_report(s, name, buf_str(&json), json.len);
	if (fault)
		warn("%s keeps its section: %s", name, fault);
	buf_free(&json);
	return !fault;
}

int
main(int argc, char **argv)
{
	struct skips s = {0};
	struct buf text = {0}, unsaid = {0};
	bool good = true;

	argv0 = "skips";
	if (argc < 3)
		die("usage: skips FILE REPORT...");
	if (file_read(argv[1], &text) && errno != ENOENT)
		die("cannot read %s: %s", argv[1], file_why(errno));
	skips_read(&s, buf_str(&text));
	for (int i = 2; i < argc; i++)
		good = take(&s, argv[i]) && good;
	buf_clear(&text);
	skips_print(&text, &s);
	skips_unsaid(&unsaid, &s);
	if (unsaid.len)
		warn("no sentence in harness/format/skip_why.c for\n%s", buf_str(&unsaid));
	good = good && !unsaid.len;
	if (file_write(argv[1], text.p, text.len))
		return EXIT_USAGE;
	buf_free(&text);
	buf_free(&unsaid);
	skips_free(&s);
	return good ? 0 : 1;
}
