/* Makes a good ELF file wrong, one field at a time, in the order given. */
#include <errno.h>
#include <string.h>

#include "elfedit.h"
#include "util.h"

/* a number, a constant, or the value of another field; NULL, or what is wrong */
static const char *
term(struct arena *a, const struct elf_image *e, const char *text, unsigned long long *value)
{
	struct elf_place place;

	if (elf_number(text, value) || elf_constant(text, value))
		return NULL;
	if (elf_image_find(e, text, &place))
		return arena_printf(a, "'%s' is neither a number nor the name of a constant or a "
				    "field", text);
	*value = elf_image_get(e, place);
	return NULL;
}

/* TERM, TERM+NUMBER, TERM-NUMBER; `other' is the other one of two classes or byte orders */
static const char *
evaluate(struct arena *a, const struct elf_image *e, const char *text, unsigned long long old,
	 unsigned long long *value)
{
	size_t len = strcspn(text, "+-");
	unsigned long long more = 0;
	const char *why;

	if (!strcmp(text, "other")) {
		*value = old == 1 ? 2 : 1;
		return NULL;
	}
	if (text[len] && !elf_number(text + len + 1, &more))
		return arena_printf(a, "'%s': not a number after '%c'", text, text[len]);
	why = term(a, e, arena_strndup(a, text, len), value);
	*value = text[len] == '-' ? *value - more : *value + more;
	return why;
}

static const char *
edit(struct arena *a, struct elf_image *e, const char *text)
{
	const char *equals = strchr(text, '='), *why;
	unsigned long long old, value = 0;
	struct elf_place place;

	if (!equals)
		return arena_printf(a, "'%s' is not FIELD=VALUE", text);
	why = elf_image_find(e, arena_strndup(a, text, (size_t)(equals - text)), &place);
	if (why)
		return arena_printf(a, "'%s': %s", text, why);
	old = elf_image_get(e, place);
	why = evaluate(a, e, equals + 1, old, &value);
	if (why)
		return why;
	elf_image_set(e, place, value);
	/* the file would still be good */
	if (elf_image_get(e, place) == old)
		return arena_printf(a, "'%s' changes nothing", text);
	return NULL;
}

const char *
elfedit_file(struct arena *a, const char *path, char *const *edits)
{
	struct buf bytes = {0};
	struct elf_image e;
	const char *why;

	if (file_read(path, &bytes))
		why = arena_printf(a, "%s: %s", path, file_why(errno));
	else if ((why = elf_image_open(&e, &bytes)))
		why = arena_printf(a, "%s: %s", path, why);
	for (; !why && *edits; edits++)
		why = edit(a, &e, *edits);
	if (!why && file_write(path, bytes.p, bytes.len))
		why = arena_printf(a, "%s: cannot be written", path);
	buf_free(&bytes);
	return why;
}
