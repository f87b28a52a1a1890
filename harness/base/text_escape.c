#include <string.h>

#include "base/text.h"
#include "base/util.h"

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

void
text_tap(struct buf *b, const char *s)
{
	size_t len = strlen(s);

	for (size_t i = 0; i < len;) {
		size_t n = char_length(s + i, len - i);

		if (!n || (unsigned char)s[i] < 0x20 || s[i] == 0x7f) {
			buf_printf(b, "\\x%02x", (unsigned char)s[i]);
			i++;
			continue;
		}
		if (s[i] == '#' || s[i] == '\\')
			buf_putc(b, '\\');
		buf_add(b, s + i, n);
		i += n;
	}
}

void
text_github(struct buf *b, const char *s, bool in_property)
{
	for (; *s; s++)
		if (strchr("%\r\n", *s) || (in_property && strchr(":,", *s)))
			buf_printf(b, "%%%02X", (unsigned char)*s);
		else
			buf_putc(b, *s);
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

/* bytes below a space, DEL, and the C1 controls (U+0080 to U+009F), which terminals obey too */
static size_t
control_bytes(const char *s, size_t len)
{
	unsigned char c = (unsigned char)s[0];

	if (c < ' ' || c == 0x7f)
		return c == '\t' ? 0 : 1;
	if (c == 0xc2 && len > 1 && (unsigned char)s[1] < 0xa0)
		return 2;
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
	while (len) {
		size_t good = text_utf8(s, len);

		for (size_t i = 0; i < good;) {
			size_t control = control_bytes(s + i, good - i);

			if (control)
				add_hex(b, s + i, control);
			else
				buf_putc(b, s[i]);
			i += control ? control : 1;
		}
		if (good < len)
			add_hex(b, s + good++, 1);
		s += good;
		len -= good;
	}
}
