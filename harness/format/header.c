#include "format/header.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"

char *
header_trim(char *line)
{
	size_t len;

	line += strspn(line, " \t");
	len = strlen(line);
	while (len && strchr(" \t", line[len - 1]))
		line[--len] = '\0';
	return line;
}

static int
find(const char *const *names, const char *name)
{
	for (int i = 0; names[i]; i++) {
		if (!strcmp(names[i], name))
			return i;
	}
	return -1;
}

int
header_split(const struct header *h, char *line, unsigned *seen, const char **value)
{
	char *colon = strchr(line, ':'), *name;
	int key;

	if (!colon) {
		errors_at(h->errors, h->path, h->line, "'%s'; expected KEY: VALUE%s", line,
			  h->then);
		return -1;
	}
	*colon = '\0';
	*value = header_trim(colon + 1);
	name = header_trim(line);
	key = find(h->names, name);
	if (key < 0) {
		errors_at(h->errors, h->path, h->line, "%s",
			  text_unknown(h->a, "key", name, h->names));
		return -1;
	}
	if (*seen & 1u << key && find(h->many, name) < 0)
		errors_at(h->errors, h->path, h->line, "key '%s' given twice; expected once", name);
	*seen |= 1u << key;
	if (**value)
		return key;
	errors_at(h->errors, h->path, h->line, "key '%s' without a value", name);
	return -1;
}
