/* words of a shell's command line: taken apart and put together */
#include <string.h>

#include "base/text.h"
#include "base/util.h"

static const char blanks[] = " \t\n";

/*
 * What a backslash stands for at s, which it begins: its end, the character in front of that
 * being meant; NULL at the end of the line. Within double quotes it may stand for itself.
 */
static const char *
escape(struct buf *b, const char *s, bool quoted)
{
	if (!s[1])
		return NULL;
	if (quoted && !strchr("\"\\$`\n", s[1]))
		buf_putc(b, '\\');
	if (s[1] != '\n') /* a line that goes on */
		buf_putc(b, s[1]);
	return s + 2;
}

/* what stands between the quotes at s; behind the second, or NULL if there is none */
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

/* the word at s; where it ends, or NULL after a mistake */
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
	/* a word has at least one character of the line */
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
