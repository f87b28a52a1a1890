#include "target_words.h"

#include <stdbool.h>
#include <string.h>

#include "util.h"

/* does the line, of len bytes, contain the word */
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

/* does it say that a source cannot be built */
static bool
is_head(const char *line, size_t len)
{
	return contains(line, len, ": cannot build for ") && line[len - 1] == ':';
}

/* does make say that it failed, which is nothing new */
static bool
is_make(const char *line, size_t len)
{
	return !strncmp(line, "make", 4) && contains(line, len, ": *** ");
}

static size_t
line_length(const char *line)
{
	return strcspn(line, "\n");
}

/* does the line stand in text before end */
static bool
has_line(const char *text, const char *end, const char *line, size_t len)
{
	for (; text < end; text += line_length(text) + 1) {
		if (line_length(text) == len && !memcmp(text, line, len))
			return true;
	}
	return false;
}

static const char *
next_line(const char *line)
{
	line += line_length(line);
	return *line ? line + 1 : line;
}

void
words_once(struct buf *b, const char *said)
{
	bool heads = false, skip = false;

	for (const char *line = said; *line; line = next_line(line)) {
		size_t len = line_length(line);

		if (is_head(line, len)) {
			skip = has_line(said, line, line, len);
			heads = true;
		}
		if (!skip && !(heads && is_make(line, len)))
			buf_printf(b, "%.*s\n", (int)len, line);
	}
}

/* the first line of the rest that has "error" in it, or else the first */
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
