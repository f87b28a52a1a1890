#include "format/limits.h"

#include <limits.h>
#include <stddef.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"

#define LIMIT_DEFAULT(word, limit) .word = (limit),
const struct limits limits_default = {CASE_LIMITS(LIMIT_DEFAULT)};

#define LIMIT_WORD(word, limit) {#word, offsetof(struct limits, word)},

static const struct {
	const char *word;
	size_t offset;
} words[] = {CASE_LIMITS(LIMIT_WORD)};

/* so that a limit in GiB is a number of bytes */
enum { NUMBER_MAX = 1 << 20 };

static unsigned *
field(struct limits *l, size_t i)
{
	return (unsigned *)(void *)((char *)l + words[i].offset);
}

static const char *
unknown(struct arena *a, const char *word)
{
	const char *list[LENGTH(words) + 1] = {NULL};

	for (size_t i = 0; i < LENGTH(words); i++)
		list[i] = words[i].word;
	return text_unknown(a, "limit", word, list);
}

const char *
limits_set(struct arena *a, struct limits *l, const char *text)
{
	size_t len = strcspn(text, "=");
	long number;

	for (size_t i = 0; i < LENGTH(words); i++) {
		if (strlen(words[i].word) != len || strncmp(words[i].word, text, len))
			continue;
		if (!text[len])
			break;
		if (!text_long(text + len + 1, 1, NUMBER_MAX, &number))
			return arena_printf(a, "expected a number from 1 to %d, got '%s'",
					    NUMBER_MAX, text + len + 1);
		*field(l, i) = (unsigned)number;
		return NULL;
	}
	if (!text[len])
		return arena_printf(a, "expected NAME=NUMBER, got '%s'", text);
	return unknown(a, arena_strndup(a, text, len));
}

const char *
limits_next(struct arena *a, const struct limits *l, unsigned *at)
{
	struct limits now = *l, then = limits_default;

	for (; *at < LENGTH(words); (*at)++) {
		if (*field(&now, *at) == *field(&then, *at))
			continue;
		(*at)++;
		return arena_printf(a, "%s=%u", words[*at - 1].word, *field(&now, *at - 1));
	}
	return NULL;
}
