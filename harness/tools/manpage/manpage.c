#include "tools/manpage/manpage.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"

enum { INDENT = 4, COLUMNS_MAX = 8 };

struct page {
	struct arena mem;
	struct buf *out;
	char **lines;
	size_t n, at;
	bool begun; /* something stands below the heading, so that a paragraph needs a .Pp */
};

/* add a character of text as it is, at the start of a line or inside of it */
static void
put_char(struct buf *out, char c, bool code)
{
	bool first = !out->len || out->p[out->len - 1] == '\n';

	if (first && (c == '.' || c == '\''))
		buf_puts(out, "\\&");
	if (c == '\\')
		buf_puts(out, "\\e");
	else if (c == '-' && code)
		buf_puts(out, "\\-");
	else if (strchr("'`^~", c) && c)
		buf_puts(out, c == '\'' ? "\\(aq" : c == '`' ? "\\(ga" : c == '^' ? "\\(ha"
									      : "\\(ti");
	else
		buf_putc(out, c);
}

static void
put_plain(struct buf *out, const char *s, size_t len, bool code)
{
	for (size_t i = 0; i < len; i++)
		put_char(out, s[i], code);
}

/* `code`, with the bar of a table as \|; returns its length with both marks, 0 if it is none */
static size_t
put_code(struct buf *out, const char *s, size_t len)
{
	const char *end = memchr(s + 1, '`', len - 1);

	if (!end)
		return 0;
	buf_puts(out, "\\fB");
	for (const char *p = s + 1; p < end; p++) {
		if (p[0] == '\\' && p[1] == '|')
			continue;
		/* no hyphen may be added to what somebody copies */
		if (isalnum((unsigned char)*p) && strchr("` ", p[-1]))
			buf_puts(out, "\\%");
		put_char(out, *p, true);
	}
	buf_puts(out, "\\fP");
	return (size_t)(end - s) + 1;
}

/* **bold**, *word*; returns its length with the marks, 0 if it is none */
static size_t
put_emphasis(struct buf *out, const char *s, size_t len)
{
	size_t mark = len > 1 && s[1] == '*' ? 2 : 1;
	const char *from = s + mark, *end = from;

	if (len <= 2 * mark || isspace((unsigned char)*from))
		return 0;
	while (end < s + len && strncmp(end, "**", mark) != 0)
		end++;
	if (end + mark > s + len || end == from)
		return 0;
	buf_puts(out, mark == 2 ? "\\fB" : "\\fI");
	put_plain(out, from, (size_t)(end - from), false);
	buf_puts(out, "\\fP");
	return (size_t)(end - s) + mark;
}

/* [text](target): the text, since a target is a file of the suite that the text names */
static size_t
put_link(struct buf *out, const char *s, size_t len)
{
	const char *middle = memchr(s, ']', len);
	const char *end = NULL;

	if (middle && middle[1] == '(')
		end = memchr(middle, ')', len - (size_t)(middle - s));

	if (!end)
		return 0;
	buf_puts(out, "\\fI");
	put_plain(out, s + 1, (size_t)(middle - s) - 1, false);
	buf_puts(out, "\\fP");
	return (size_t)(end - s) + 1;
}

/* a line of text; marks that reach into the next line stay as they are */
static void
put_text(struct buf *out, const char *s, size_t len)
{
	for (size_t i = 0, used; i < len; i += used) {
		used = s[i] == '`' ? put_code(out, s + i, len - i)
		       : s[i] == '*' ? put_emphasis(out, s + i, len - i)
		       : s[i] == '[' ? put_link(out, s + i, len - i) : 0;
		if (used)
			continue;
		if (s[i] != '\\' || s[i + 1] != '|')
			put_char(out, s[i], false);
		used = 1;
	}
	buf_putc(out, '\n');
}

static const char *
line_of(const struct page *p, size_t i)
{
	return i < p->n ? p->lines[i] : "";
}

static bool
is_bullet(const char *line)
{
	return text_starts(line, "- ") || text_starts(line, "* ");
}

/* the length of "3. " */
static size_t
number_of(const char *line)
{
	size_t digits = strspn(line, "0123456789");

	return digits && text_starts(line + digits, ". ") ? digits + 2 : 0;
}

static bool
is_paragraph(const char *line)
{
	return *line && *line != '|' && *line != '#' && !is_bullet(line) && !number_of(line) &&
	       strspn(line, " ") < INDENT;
}

static void
put_heading(struct page *p, const char *line)
{
	size_t level = strspn(line, "#");

	line += level + strspn(line + level, " ");
	/* quotes keep the words from being macros */
	buf_puts(p->out, level < 3 ? ".Sh \"" : ".Ss \"");
	for (bool code = false; *line; line++) {
		code ^= *line == '`';
		if (!strchr("`\"", *line))
			put_char(p->out, level < 3 && !code ? (char)toupper((unsigned char)*line)
							    : *line, code);
	}
	buf_puts(p->out, "\"\n");
	p->begun = false;
}

static void
put_literal(struct page *p)
{
	size_t last = p->at;

	for (size_t i = p->at; i < p->n; i++) {
		if (*p->lines[i] && strspn(p->lines[i], " ") < INDENT)
			break;
		if (*p->lines[i])
			last = i;
	}
	buf_puts(p->out, ".Bd -literal -offset indent\n");
	for (; p->at <= last; p->at++) {
		const char *line = p->lines[p->at];

		line += *line ? INDENT : 0;
		put_plain(p->out, line, strlen(line), true);
		buf_putc(p->out, '\n');
	}
	buf_puts(p->out, ".Ed\n");
}

/* "| a | b |" into its cells, without the blanks around them; "\|" is no border */
static size_t
cells_of(struct page *p, const char *line, const char *cells[COLUMNS_MAX])
{
	size_t n = 0;

	for (const char *from = line + 1, *s = from; *s && n < COLUMNS_MAX; s++) {
		const char *end = s;

		if (*s != '|' || s[-1] == '\\')
			continue;
		from += strspn(from, " ");
		while (end > from && end[-1] == ' ')
			end--;
		cells[n++] = arena_strndup(&p->mem, from, end > from ? (size_t)(end - from) : 0);
		from = s + 1;
	}
	return n;
}

/* the first cell is the tag; more than one other cell are told apart by the head of the column */
static void
put_table(struct page *p)
{
	const char *head[COLUMNS_MAX], *row[COLUMNS_MAX];
	size_t columns = cells_of(p, p->lines[p->at], head), n;

	buf_puts(p->out, ".Bl -tag -width Ds\n");
	for (p->at += 2; *line_of(p, p->at) == '|'; p->at++) {
		n = cells_of(p, p->lines[p->at], row);
		buf_puts(p->out, ".It Xo\n");
		put_text(p->out, row[0], strlen(row[0]));
		buf_puts(p->out, ".Xc\n");
		for (size_t i = 1; i < n && i < columns; i++) {
			const char *cell = row[i];

			if (columns > 2 && *cell)
				cell = arena_printf(&p->mem, "%s: %s%s", head[i], cell,
						    i + 1 < n ? ";" : "");
			if (*cell)
				put_text(p->out, cell, strlen(cell));
		}
	}
	buf_puts(p->out, ".El\n");
}

/* the lines of a paragraph as one: a span of code may go over the end of a line */
static void
put_joined(struct page *p, const char *first)
{
	struct buf text = {0};

	buf_puts(&text, first);
	for (p->at++; is_paragraph(line_of(p, p->at)); p->at++) {
		const char *line = p->lines[p->at];

		buf_printf(&text, " %s", line + strspn(line, " "));
	}
	put_text(p->out, buf_str(&text), text.len);
	buf_free(&text);
}

static void
put_list(struct page *p)
{
	bool bullets = is_bullet(p->lines[p->at]);

	buf_printf(p->out, ".Bl %s\n", bullets ? "-bullet" : "-enum");
	for (;;) {
		const char *line = line_of(p, p->at);
		size_t skip = bullets ? (is_bullet(line) ? 2 : 0) : number_of(line);

		if (!skip)
			break;
		buf_puts(p->out, ".It\n");
		put_joined(p, line + skip);
	}
	buf_puts(p->out, ".El\n");
}

static void
put_body(struct page *p)
{
	while (p->at < p->n) {
		const char *line = p->lines[p->at];

		if (!*line) {
			p->at++;
			continue;
		}
		if (*line == '#') {
			if (text_starts(line, "##"))
				put_heading(p, line);
			p->at++;
			continue;
		}
		if (*line == '|') {
			put_table(p);
		} else if (is_bullet(line) || number_of(line)) {
			put_list(p);
		} else if (strspn(line, " ") >= INDENT) {
			put_literal(p);
		} else {
			buf_puts(p->out, p->begun ? ".Pp\n" : "");
			put_joined(p, line);
		}
		p->begun = true;
	}
}

void
manpage_make(struct buf *out, const char *markdown, const char *date)
{
	struct page p = {.out = out};

	p.lines = text_lines(&p.mem, markdown, strlen(markdown), &p.n);
	buf_printf(out, ".\\\" made of harness/FORMAT.md by harness/tools/manpage\n"
			".Dd %s\n.Dt CONFORM-CASE 5\n.Os\n.Sh NAME\n.Nm conform-case\n"
			".Nd formats of the loader conformance suite\n.Sh DESCRIPTION\n", date);
	put_body(&p);
	buf_puts(out, ".Sh SEE ALSO\n.Xr conform 1\n");
	arena_free(&p.mem);
}
