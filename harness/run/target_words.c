#include "run/target_words.h"

#include <stdbool.h>
#include <string.h>

#include "base/util.h"

/* does the line, which has len bytes, contain the word? */
static bool
contains(const char *line, size_t len, const char *word)
{
	const size_t size = strlen(word);

	for (size_t i = 0; i + size <= len; i++) {
		if (!memcmp(line + i, word, size))
			return true;
	}
	return false;
}

static size_t
line_length(const char *line)
{
	return strcspn(line, "\n");
}

static const char *
next_line(const char *line)
{
	line += line_length(line);
	return *line ? line + 1 : line;
}

/* the first line that contains "error", or else the first line */
static const char *
telling(const char *rest)
{
	for (const char *line = rest; *line; line = next_line(line)) {
		if (contains(line, line_length(line), "error"))
			return line;
	}
	return rest;
}

const char *
words_brief(struct arena *a, const char *block)
{
	const char *line = telling(next_line(block));

	return arena_printf(a, "%.*s %.*s", (int)line_length(block), block, (int)line_length(line),
			    line);
}
