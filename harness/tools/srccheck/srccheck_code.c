#include <ctype.h>
#include <stdarg.h>
#include <string.h>

#include "tools/srccheck/srccheck.h"
#include "base/util.h"

void
complain(struct source *s, size_t line, const char *fmt, ...)
{
	va_list ap;

	fprintf(s->out, "%s:%zu: ", s->path, line);
	va_start(ap, fmt);
	vfprintf(s->out, fmt, ap);
	va_end(ap);
	fputc('\n', s->out);
	s->complaints++;
}

const char *
next_line(const char **rest, size_t *len)
{
	const char *line = *rest;

	if (!*line)
		return NULL;
	*len = strcspn(line, "\n");
	*rest = line + *len + (line[*len] == '\n');
	return line;
}

static void
blank(char *from, const char *to)
{
	for (; from < to; from++)
		if (*from != '\n')
			*from = ' ';
}

/* the end of the literal that begins at p; an open one (in #error) ends with its line */
static char *
literal_end(char *p)
{
	char quote = *p++;

	while (*p && *p != '\n' && *p != quote)
		p += *p == '\\' && p[1] ? 2 : 1;
	return *p == quote ? p + 1 : p;
}

char *
code_of(const char *text)
{
	char *code = xstrdup(text), *p = code;

	while (*p) {
		char *from = p, *end;

		if (p[0] == '/' && p[1] == '*') {
			end = strstr(p + 2, "*/");
			p = end ? end + 2 : p + strlen(p);
		} else if (p[0] == '/' && p[1] == '/') {
			from += 2;
			p += strcspn(p, "\n");
		} else if (*p == '"' || *p == '\'') {
			p = literal_end(p);
		} else {
			p++;
			continue;
		}
		blank(from, p);
	}
	return code;
}

static bool
is_word(int c)
{
	return isalnum((unsigned char)c) || c == '_';
}

/* the length of NAME if the line begins with "NAME(", otherwise 0 */
static size_t
name_of(const char *line, size_t len)
{
	size_t n = 0;

	while (n < len && is_word(line[n]))
		n++;
	return n < len && line[n] == '(' ? n : 0;
}

/* does the line end an item at file level, so that a definition can begin after it? */
static bool
ends_item(const char *line, size_t len)
{
	return !len || line[0] == '#' || line[len - 1] == ';' || line[len - 1] == '}';
}

/* "int f(void) {": with the name and the brace misplaced, neither grep nor srccheck finds it */
static bool
is_one_line_head(const char *line, size_t len)
{
	return is_word(line[0]) && line[len - 1] == '{' && memchr(line, '(', len) &&
	       !memchr(line, '=', len);
}

static size_t
trimmed(const char *line, size_t len)
{
	while (len && isspace((unsigned char)line[len - 1]))
		len--;
	return len;
}

struct functions {
	struct function *v;
	size_t n;
	struct function head; /* a possible function head; name is NULL if there is none */
	bool inside;
};

static void
take_line(struct source *s, struct functions *f, size_t number, const char *line, size_t len)
{
	size_t name_len = name_of(line, len);

	if (f->inside && len && line[0] == '}') {
		f->head.lines = number - f->head.line + 1;
		f->v = xreallocarray(f->v, f->n + 1, sizeof(*f->v));
		f->v[f->n++] = f->head;
		f->head.name = NULL;
		f->inside = false;
	} else if (f->inside) {
		return;
	} else if (len == 1 && line[0] == '{') {
		f->inside = f->head.name != NULL;
		if (!f->inside)
			complain(s, number, "a function's name must begin its line");
	} else if (len && is_one_line_head(line, len)) {
		complain(s, number, "a function's opening brace needs a line of its own");
	} else if (name_len) {
		/* the text has the name at the same offset as the code */
		f->head = (struct function){s->text + (line - s->code), name_len, number, 0};
	} else if (ends_item(line, len)) {
		f->head.name = NULL;
	}
}

struct function *
functions_of(struct source *s, size_t *n)
{
	struct functions f = {0};
	const char *rest = s->code, *line;
	size_t len;

	for (size_t number = 1; (line = next_line(&rest, &len)); number++)
		take_line(s, &f, number, line, trimmed(line, len));
	*n = f.n;
	return f.v;
}
