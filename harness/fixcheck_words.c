#include "fixcheck_words.h"

#include <string.h>

#include "text.h"
#include "util.h"

#define ARGUMENT_OF(name, argument) argument,
static const enum fixcheck_argument arguments[] = {FIXCHECK_PROPERTIES(ARGUMENT_OF)};

#define NAME_OF(name, argument) #name,
static const char *const names[] = {FIXCHECK_PROPERTIES(NAME_OF) NULL};

static bool
is_number(const char *arg)
{
	return !arg[strspn(arg, "0123456789")];
}

static bool
is_pair(const char *arg)
{
	const char *colon = strchr(arg, ':');

	return colon && colon > arg && colon[1];
}

/* NULL, or what is wrong with text's argument (NULL: it has none) */
static const char *
bad_argument(struct arena *a, const char *text, enum fixcheck_property p, const char *arg)
{
	enum fixcheck_argument wanted = arguments[p];

	if (wanted == FIXCHECK_NONE)
		return arg ? arena_printf(a, "%s: %s takes no argument", text, names[p]) : NULL;
	if (!arg || !*arg)
		return arena_printf(a, "%s: an argument is missing: %s:...", text, names[p]);
	if (wanted == FIXCHECK_MODEL && strcmp(arg, "ie"))
		return arena_printf(a, "%s: the only model that can be proven is tls:ie", text);
	if (wanted == FIXCHECK_NUMBER && !is_number(arg))
		return arena_printf(a, "%s: not a number of bytes", text);
	if (wanted == FIXCHECK_PAIR && !is_pair(arg))
		return arena_printf(a, "%s: not LIBRARY:VERSION", text);
	return NULL;
}

enum fixcheck_property
fixcheck_find(struct arena *a, const char *text, const char **arg, const char **why)
{
	size_t len = strcspn(text, ":"), p = 0;

	*arg = text[len] ? text + len + 1 : NULL;
	while (p < PROPERTY_COUNT && (strlen(names[p]) != len || memcmp(names[p], text, len)))
		p++;
	*why = p < PROPERTY_COUNT
		       ? bad_argument(a, text, (enum fixcheck_property)p, *arg)
		       : text_unknown(a, "property", arena_strndup(a, text, len), names);
	return *why ? PROPERTY_COUNT : (enum fixcheck_property)p;
}
