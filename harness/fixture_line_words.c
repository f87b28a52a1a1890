/* the values of a fixture line that are words of a closed set */
#include <string.h>

#include "elfedit.h"
#include "fixcheck_words.h"
#include "fixture_line.h"
#include "text.h"
#include "util.h"
#include "vocab.h"

static const char *
bad_check(struct arena *a, const char *value)
{
	const char *arg, *why;

	fixcheck_find(a, value, &arg, &why);
	return why;
}

/* what a source of that suffix is made with, the suffix tells but for these */
static const char *
bad_tool(struct arena *a, const char *value)
{
	static const char *const tools[] = {"pybind11", "cffi-backend", NULL};

	for (size_t i = 0; tools[i]; i++) {
		if (!strcmp(value, tools[i]))
			return NULL;
	}
	return text_unknown(a, "tool", value, tools);
}

/* VERSION of CPython, or IMPLEMENTATION and VERSION without anything between them */
static const char *
bad_headers(struct arena *a, const char *value)
{
	size_t name = strcspn(value, "0123456789");
	const char *const *series = vocab_pythons();
	const char *why = NULL;

	if (name)
		why = vocab_unknown(a, VOCAB_IMPL, arena_strndup(a, value, name));
	for (size_t i = 0; !why && series[i]; i++) {
		if (!strcmp(series[i], value + name))
			return NULL;
	}
	return why ? why : text_unknown(a, "version", value + name, series);
}

static const struct {
	enum fixture_key key;
	const char *(*bad)(struct arena *a, const char *value);
} closed[] = {
	{FIXTURE_EDIT, elf_edit_check},
	{FIXTURE_CHECK, bad_check},
	{FIXTURE_HEADERS, bad_headers},
	{FIXTURE_TOOL, bad_tool},
};

int
fixture_line_check(struct arena *a, const struct fixture_line *f, const char *path,
		   struct errors *errors)
{
	size_t before = errors->n;

	for (size_t i = 0; i < LENGTH(closed); i++) {
		const struct fixture_values *values = &f->keys[closed[i].key];

		for (size_t k = 0; k < values->n; k++) {
			const char *why = closed[i].bad(a, values->v[k].text);

			if (why)
				errors_at(errors, path, values->v[k].line, "%s: %s",
					  fixture_keys[closed[i].key], why);
		}
	}
	return errors->n == before ? 0 : -1;
}
