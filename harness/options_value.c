#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "options_private.h"
#include "text.h"
#include "util.h"

void
options_push(struct arena *a, char ***list, const char *s)
{
	size_t n = 0;
	char **v;

	while (*list && (*list)[n])
		n++;
	v = arena_alloc(a, (n + 2) * sizeof(*v));
	for (size_t i = 0; i < n; i++)
		v[i] = (*list)[i];
	v[n] = arena_strdup(a, s);
	*list = v;
}

unsigned
options_number(const char *option, const char *s, long min, long max)
{
	long value;

	if (!text_long(s, min, max, &value))
		die("%s: expected a number from %ld to %ld, got '%s'", option, min, max, s);
	return (unsigned)value;
}

int
options_choice(const char *option, const char *s, const char *const *words, const char *listed)
{
	for (int i = 0; words[i]; i++) {
		if (!strcmp(words[i], s))
			return i;
	}
	die("%s: expected %s, got '%s'", option, listed, s);
}

const char *
options_absolute(struct arena *a, const char *path)
{
	char cwd[PATH_MAX];

	if (*path == '/')
		return arena_strdup(a, path);
	if (!getcwd(cwd, sizeof(cwd)))
		die("cannot tell the current folder:");
	return arena_printf(a, "%s/%s", cwd, path);
}
