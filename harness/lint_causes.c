/*
 * A list of causes that are known (expected/known/NAME.causes, for `explore --known`): each cause
 * stands below a line "# AREA/NAME, AREA/NAME: WHY", which names the cases that state it.
 */
#include "lint.h"

#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "run/suite.h"

/* the cases that a line "# AREA/NAME, AREA/NAME: WHY" names; NULL if it is no such line */
static char **
ids_of(struct arena *a, const char *line)
{
	size_t len = strcspn(line, ":"), n;
	char *ids = arena_strndup(a, line + 1, len - (len > 0));

	if (*line != '#' || !line[len] || !strchr(ids, '/'))
		return NULL;
	for (char *p = ids; *p; p++)
		*p = *p == ',' ? ' ' : *p;
	return text_fields(a, ids, &n);
}

void
lint_causes(const struct suite *s, const char *path, struct errors *errors)
{
	struct arena a = {0};
	struct buf text = {0};
	bool named = false;
	char **lines;
	size_t n;

	if (file_read(path, &text)) {
		errors_at(errors, path, 0, "cannot be read");
		return;
	}
	lines = text_lines(&a, buf_str(&text), text.len, &n);
	for (size_t i = 0; i < n; i++) {
		char **ids = ids_of(&a, lines[i]);

		if (*lines[i] && *lines[i] != '#' && !named)
			errors_at(errors, path, i + 1, "a cause without a line '# AREA/NAME: WHY' "
				  "above it");
		named = ids || (named && *lines[i]);
		for (; ids && *ids; ids++)
			if (!suite_case(s, *ids))
				errors_at(errors, path, i + 1, "there is no case '%s'", *ids);
	}
	buf_free(&text);
	arena_free(&a);
}
