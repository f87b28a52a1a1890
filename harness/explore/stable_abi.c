#include "explore/stable_abi.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"

int
stable_abi_minor(const char *text, const char *prefix)
{
	long minor;

	return text_starts(text, prefix) && text_long(text + strlen(prefix), 1, 999, &minor)
		       ? (int)minor
		       : 0;
}

/* "NAME 3.N", sorted behind the one before; NULL, or what is wrong */
static const char *
read_line(struct arena *a, struct stable_abi *abi, const char *line)
{
	size_t n;
	char **words = text_fields(a, line, &n);
	struct stable_symbol *symbol = &abi->v[abi->n];

	if (n != 2 || !(symbol->added = stable_abi_minor(words[1], "3.")))
		return "expected NAME 3.N";
	symbol->name = words[0];
	if (abi->n && strcmp(symbol[-1].name, symbol->name) >= 0)
		return "not sorted by name";
	abi->n++;
	if (symbol->added > abi->newest)
		abi->newest = symbol->added;
	return NULL;
}

int
stable_abi_read(struct arena *a, struct stable_abi *abi, const char *path)
{
	struct buf text = {0};
	size_t n;
	char **lines;
	const char *why = NULL;

	*abi = (struct stable_abi){0};
	if (file_read(path, &text)) {
		warn("cannot read %s:", path);
		buf_free(&text);
		return -1;
	}
	lines = text_lines(a, buf_str(&text), text.len, &n);
	buf_free(&text);
	abi->v = arena_alloc(a, (n + 1) * sizeof(*abi->v));
	for (size_t i = 0; i < n && !why; i++)
		if (*lines[i] != '#' && (why = read_line(a, abi, lines[i])))
			warn("%s:%zu: %s", path, i + 1, why);
	return why ? -1 : 0;
}

static int
by_name(const void *key, const void *entry)
{
	return strcmp(key, ((const struct stable_symbol *)entry)->name);
}

int
stable_abi_added(const struct stable_abi *abi, const char *name)
{
	const struct stable_symbol *found =
		abi->n ? bsearch(name, abi->v, abi->n, sizeof(*abi->v), by_name) : NULL;

	return found ? found->added : 0;
}
