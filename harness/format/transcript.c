#include "format/transcript.h"

#include <string.h>

#include "base/text.h"
#include "base/util.h"

enum transcript_mark
transcript_mark(const char *line)
{
	if (text_starts(line, "!! "))
		return MARK_DEATH;
	if (line[0] == '#')
		return MARK_COMMENT;
	if (!line[0] || line[1] != ' ')
		return MARK_BAD;
	switch (line[0]) {
	case '>':
		return MARK_COMMAND;
	case '=':
		return MARK_VALUE;
	case '!':
		return MARK_EXCEPTION;
	case '|':
		return MARK_EVENT;
	case '~':
		return MARK_DETAIL;
	}
	return MARK_BAD;
}

struct parser {
	struct arena *a;
	struct transcript *t;
	const char *end; /* the line that proves that the adapter finished */
	const struct text_roots *roots;
	size_t line; /* number of the line being parsed */
};

/* only the first fault is kept, since most others follow from it */
static void
fault(struct parser *ps, const char *what)
{
	if (!ps->t->fault)
		ps->t->fault = arena_printf(ps->a, "line %zu: %s", ps->line, what);
}

/*
 * A line as a string that can be shown and compared: NUL bytes and bytes that are not UTF-8
 * become \xNN. Other control bytes stay as they are, since a fixture may print them.
 */
static const char *
clean(struct parser *ps, const char *p, size_t len)
{
	struct buf b = {0};
	const char *line;

	if (text_utf8(p, len) == len && !memchr(p, '\0', len))
		return arena_strndup(ps->a, p, len);
	while (len) {
		size_t good = text_utf8(p, len), text = 0;

		while (text < good && p[text])
			text++;
		buf_add(&b, p, text);
		if (text < len) {
			fault(ps, text < good ? "a NUL byte" : "not UTF-8");
			buf_printf(&b, "\\x%02x", (unsigned char)p[text++]);
		}
		p += text;
		len -= text;
	}
	line = arena_strndup(ps->a, buf_str(&b), b.len);
	buf_free(&b);
	return line;
}

static char *
fold_line(struct parser *ps, const char *line, bool addresses)
{
	struct buf b = {0};
	char *folded;

	if (!ps->roots)
		return arena_strdup(ps->a, line);
	text_fold(&b, line, strlen(line), ps->roots, addresses);
	folded = arena_strndup(ps->a, buf_str(&b), b.len);
	buf_free(&b);
	return folded;
}

static void
comment_line(struct parser *ps, const char *line)
{
	bool end = text_starts(line, "# end") && (!line[5] || line[5] == ' ');

	if (!end)
		return;
	if (strcmp(line, ps->end))
		fault(ps, "a forged end");
	else if (ps->t->ended)
		fault(ps, "a second end");
	else
		ps->t->ended = true;
}

static void
parse_line(struct parser *ps, const char *p, size_t len)
{
	const char *line = clean(ps, p, len);
	enum transcript_mark mark = transcript_mark(line);
	char *kept;

	if (ps->t->ended && mark != MARK_EVENT && mark != MARK_COMMENT)
		fault(ps, "a line after the end");
	switch (mark) {
	case MARK_COMMENT:
		comment_line(ps, line);
		return;
	case MARK_BAD:
		fault(ps, "a bad mark");
		break;
	case MARK_DEATH:
		fault(ps, "a forged '!!'");
		break;
	default:
		break;
	}
	/* a command must be echoed exactly as it was sent */
	if (mark == MARK_COMMAND || mark == MARK_BAD)
		kept = arena_strdup(ps->a, line);
	else
		kept = fold_line(ps, line, mark == MARK_DETAIL);
	ps->t->lines[ps->t->n++] = kept;
}

void
transcript_parse(struct arena *a, struct transcript *t, const char *bytes, size_t len,
		 const char *token, const struct text_roots *roots)
{
	struct parser ps = {.a = a, .t = t, .end = "# end", .roots = roots};
	const char *p = bytes, *stop = bytes + len;
	size_t count = 1;

	*t = (struct transcript){0};
	for (size_t i = 0; i < len; i++)
		count += bytes[i] == '\n';
	t->lines = arena_alloc(a, (count + 1) * sizeof(*t->lines));
	if (token)
		ps.end = arena_printf(a, "# end %s", token);
	while (p < stop) {
		const char *nl = memchr(p, '\n', (size_t)(stop - p));

		ps.line++;
		/* an adapter writes whole lines: half a line proves nothing, not even the end */
		if (!nl)
			fault(&ps, "half a line at the end");
		if (nl || *p != '#')
			parse_line(&ps, p, (size_t)((nl ? nl : stop) - p));
		p = nl ? nl + 1 : stop;
	}
}

void
transcript_append(struct arena *a, struct transcript *t, const char *line)
{
	char **lines = arena_alloc(a, (t->n + 2) * sizeof(*lines));

	if (t->n)
		memcpy(lines, t->lines, t->n * sizeof(*lines));
	lines[t->n++] = arena_strdup(a, line);
	t->lines = lines;
}

char **
transcript_required(struct arena *a, char *const *lines, size_t nlines, size_t *n)
{
	char **required = arena_alloc(a, (nlines + 1) * sizeof(*required));

	*n = 0;
	for (size_t i = 0; i < nlines; i++)
		if (transcript_mark(lines[i]) != MARK_DETAIL)
			required[(*n)++] = lines[i];
	return required;
}
