#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"

/* length of the UTF-8 character at s, where len bytes can be read; 0 if it is not valid */
static size_t
utf8_length(const unsigned char *s, size_t len)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	size_t n = s[0] < 0x80 ? 1 : s[0] < 0xc0 ? 0 : s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 :
		   s[0] < 0xf8 ? 4 : 0;
	uint32_t c;

	if (n < 2 || n > len)
		return n > len ? 0 : n;
	c = s[0] & (0xffu >> (n + 1));
	for (size_t i = 1; i < n; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (s[i] & 0x3f);
	}
	if (c < least[n] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		return 0;
	return n;
}

size_t
text_utf8(const char *s, size_t len)
{
	size_t at = 0, n;

	while (at < len && (n = utf8_length((const unsigned char *)s + at, len - at)))
		at += n;
	return at;
}

static const char replacement[] = "\xef\xbf\xbd";

static const char *
xml_entity(int c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	case '\r':
		/* a parser turns an unescaped carriage return into a line feed */
		return "&#13;";
	}
	return NULL;
}

/* https://www.w3.org/TR/xml/#charsets: no control bytes, and neither U+FFFE nor U+FFFF */
static bool
xml_char(const char *s, size_t n)
{
	if (n == 1)
		return (unsigned char)*s >= 0x20 || *s == '\t' || *s == '\n';
	return n != 3 || (memcmp(s, "\xef\xbf\xbe", 3) && memcmp(s, "\xef\xbf\xbf", 3));
}

/* length of the valid UTF-8 character at s, or 0 */
static size_t
char_length(const char *s, size_t len)
{
	for (size_t n = 1; n <= 4 && n <= len; n++)
		if (text_utf8(s, n) == n)
			return n;
	return 0;
}

void
text_xml(struct buf *b, const char *s, size_t len)
{
	for (size_t i = 0; i < len;) {
		const char *entity = xml_entity(s[i]);
		size_t n = char_length(s + i, len - i);

		if (entity)
			buf_puts(b, entity);
		else if (n && xml_char(s + i, n))
			buf_add(b, s + i, n);
		else
			buf_puts(b, replacement);
		i += n ? n : 1;
	}
}

/* characters that a terminal, an editor or a parser obeys, or that nobody can see */
static const struct {
	unsigned long first, last;
} commands[] = {
	{0x00, 0x08},     {0x0a, 0x1f},     /* all controls but the tab */
	{0x7f, 0x9f},     {0xad, 0xad},
	{0x61c, 0x61c},   {0x180e, 0x180e},
	{0x200b, 0x200f}, {0x2028, 0x202e}, /* ends of lines and paragraphs, directions */
	{0x2060, 0x206f}, {0xfdd0, 0xfdef},
	{0xfeff, 0xfeff}, {0xfff9, 0xfffb}, /* byte order mark, annotations */
	{0xfffe, 0xffff}, {0xe0000, 0xe0fff},
};

/* the number of the valid character of n bytes at s */
static unsigned long
code_point(const char *s, size_t n)
{
	unsigned long code = (unsigned char)*s;

	if (n > 1)
		code &= 0xfful >> (n + 1);
	for (size_t i = 1; i < n; i++)
		code = code << 6 | ((unsigned char)s[i] & 0x3f);
	return code;
}

/* the length of the character at s if it must be shown as bytes, else 0; *n gets its length */
static size_t
command_bytes(const char *s, size_t len, size_t *n)
{
	unsigned long code;

	*n = char_length(s, len);
	if (!*n)
		return *n = 1;
	code = code_point(s, *n);
	/* the last two of each plane are no characters */
	if (code > 0xffff && (code & 0xfffe) == 0xfffe)
		return *n;
	for (size_t i = 0; i < LENGTH(commands); i++) {
		if (code >= commands[i].first && code <= commands[i].last)
			return *n;
	}
	return 0;
}

static void
add_hex(struct buf *b, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		buf_printf(b, "\\x%02x", (unsigned char)s[i]);
}

void
text_clean(struct buf *b, const char *s, size_t len)
{
	for (size_t i = 0, n; i < len; i += n) {
		if (s[i] >= ' ' && s[i] <= '~') {
			buf_putc(b, s[i]);
			n = 1;
		} else if (command_bytes(s + i, len - i, &n)) {
			add_hex(b, s + i, n);
		} else {
			buf_add(b, s + i, n);
		}
	}
}

void
text_clean_lines(struct buf *b, const char *s, size_t len)
{
	while (len) {
		const char *end = memchr(s, '\n', len);
		size_t line = end ? (size_t)(end - s) : len;

		text_clean(b, s, line);
		if (end)
			buf_putc(b, '\n');
		line += end != NULL;
		s += line;
		len -= line;
	}
}

void
text_tap(struct buf *b, const char *s)
{
	struct buf clean = {0};

	for (; *s; s++) {
		/* these stand for themselves only behind a backslash */
		if (*s == '#' || *s == '\\')
			buf_putc(&clean, '\\');
		buf_putc(&clean, *s);
	}
	text_clean(b, buf_str(&clean), clean.len);
	buf_free(&clean);
}

void
text_github(struct buf *b, const char *s, bool in_property)
{
	const char *escaped = in_property ? "%\r\n:," : "%\r\n";

	while (*s) {
		size_t len = strcspn(s, escaped);

		text_clean(b, s, len);
		s += len;
		if (*s)
			buf_printf(b, "%%%02X", (unsigned char)*s++);
	}
}

void
text_indent(struct buf *b, const char *text, const char *prefix)
{
	while (*text) {
		size_t len = strcspn(text, "\n");

		buf_puts(b, prefix);
		buf_add(b, text, len);
		buf_putc(b, '\n');
		text += len;
		text += *text == '\n';
	}
}
