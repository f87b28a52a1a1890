/*
 * elfedit FILE FIELD=VALUE...: make a good ELF file wrong, one field at a time, in the order given.
 * Fields and values are listed in FORMAT.md, section 6. An edit that changes nothing is a mistake:
 * it would leave the file good. Exit status 0, or 2 with the file as it was.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "elfedit.h"
#include "util.h"

/* a number, a constant, or what stands in another field */
static unsigned long long
term(const struct elf_image *e, const char *text)
{
	struct elf_place place;
	unsigned long long value;

	if (elf_number(text, &value) || elf_constant(text, &value))
		return value;
	if (elf_image_find(e, text, &place))
		die("'%s' is neither a number nor the name of a constant or a field", text);
	return elf_image_get(e, place);
}

/* TERM, TERM+NUMBER, TERM-NUMBER; `other' is the other one of two classes or byte orders */
static unsigned long long
evaluate(const struct elf_image *e, const char *text, unsigned long long old)
{
	struct buf head = {0};
	unsigned long long value, more = 0;
	size_t len = strcspn(text, "+-");

	if (!strcmp(text, "other"))
		return old == 1 ? 2 : 1;
	buf_add(&head, text, len);
	if (text[len] && !elf_number(text + len + 1, &more))
		die("'%s': not a number after '%c'", text, text[len]);
	value = term(e, buf_str(&head));
	buf_free(&head);
	return text[len] == '-' ? value - more : value + more;
}

static void
edit(struct elf_image *e, const char *text)
{
	const char *equals = strchr(text, '='), *why;
	struct buf field = {0};
	struct elf_place place;
	unsigned long long old;

	if (!equals)
		die("'%s' is not FIELD=VALUE", text);
	buf_add(&field, text, (size_t)(equals - text));
	why = elf_image_find(e, buf_str(&field), &place);
	if (why)
		die("'%s': %s", text, why);
	old = elf_image_get(e, place);
	elf_image_set(e, place, evaluate(e, equals + 1, old));
	if (elf_image_get(e, place) == old)
		die("'%s' changes nothing", text);
	buf_free(&field);
}

int
main(int argc, char **argv)
{
	struct buf bytes = {0};
	struct elf_image e;
	const char *why;
	int failed;

	argv0 = "elfedit";
	if (argc < 3)
		die("usage: elfedit FILE FIELD=VALUE...");
	if (file_read(argv[1], &bytes))
		die("%s: %s", argv[1], file_why(errno));
	why = elf_image_open(&e, &bytes);
	if (why)
		die("%s: %s", argv[1], why);
	for (int i = 2; i < argc; i++)
		edit(&e, argv[i]);
	failed = file_write(argv[1], bytes.p, bytes.len);
	buf_free(&bytes);
	return failed ? EXIT_USAGE : EXIT_SUCCESS;
}
