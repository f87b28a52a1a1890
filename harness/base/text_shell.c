/* split a shell's command line into words, and quote a word for a command line */
#include <string.h>

#include "base/text.h"
#include "base/util.h"

static const char blanks[] = " \t\n";

/*
 * Append the character that the backslash at s escapes. Returns the place behind it, or NULL at
 * the end of the line. Within double quotes, a backslash escapes only some characters.
 */
static const char *
escape(struct buf *b, const char *s, bool quoted)
{
	if (!s[1])
		return NULL;
	if (quoted && !strchr("\"\\$`\n", s[1]))
		buf_putc(b, '\\');
	if (s[1] != '\n') /* a backslash and a newline join two lines */
		buf_putc(b, s[1]);
	return s + 2;
}

/* append the text between quotes at s; returns the place behind the closing quote, NULL if none */
static const char *
quoted(struct buf *b, const char *s)
{
	char quote = *s++;

	while (s && *s && *s != quote) {
		if (quote == '"' && *s == '\\')
			s = escape(b, s, true);
		else
			buf_putc(b, *s++);
	}
	return s && *s ? s + 1 : NULL;
}

/* append the word at s; returns its end, or NULL after a mistake */
static const char *
shell_word(struct arena *a, struct buf *b, const char *s, const char **why)
{
	while (s && *s && !strchr(blanks, *s)) {
		const char *from = s;

		if (*s == '\'' || *s == '"') {
			s = quoted(b, s);
			if (!s)
				*why = arena_printf(a, "the quote %c is not closed: %s", *from,
						    from);
		} else if (*s == '\\') {
			s = escape(b, s, false);
			if (!s)
				*why = "there is nothing behind the last backslash";
		} else {
			buf_putc(b, *s++);
		}
	}
	return s;
}

char **
text_shell_words(struct arena *a, const char *line, const char **why)
{
	/* each word takes at least one character of the line */
	char **v = arena_alloc(a, (strlen(line) + 1) * sizeof(*v));
	struct buf word = {0};
	size_t n = 0;

	for (line += strspn(line, blanks); line && *line;) {
		buf_clear(&word);
		line = shell_word(a, &word, line, why);
		v[n++] = arena_strndup(a, buf_str(&word), word.len);
		if (line)
			line += strspn(line, blanks);
	}
	buf_free(&word);
	return line ? v : NULL;
}

void
text_shell(struct buf *b, const char *s)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789_-+./:,@%=";

	if (*s && !s[strspn(s, plain)]) {
		buf_puts(b, s);
		return;
	}
	buf_putc(b, '\'');
	for (; *s; s++) {
		if (*s == '\'')
			buf_puts(b, "'\\''");
		else
			buf_putc(b, *s);
	}
	buf_putc(b, '\'');
}
