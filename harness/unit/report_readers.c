#include "report_readers.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"

/* ---- XML 1.0, without DTD, comments and CDATA, which no report has ---- */

struct xml {
	struct arena *a;
	const char *p;
	const char *why;
};

static void *
fail(struct xml *x, const char *why)
{
	if (!x->why)
		x->why = arena_printf(x->a, "%s at '%.40s'", why, x->p);
	return NULL;
}

static void
blanks(struct xml *x)
{
	x->p += strspn(x->p, " \t\r\n");
}

static const char *
name(struct xml *x)
{
	size_t len = strspn(x->p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:");
	const char *found = arena_strndup(x->a, x->p, len);

	if (!len)
		fail(x, "no name");
	x->p += len;
	return found;
}

/* the byte that an entity at x->p stands for; 0 after a mistake */
static int
entity(struct xml *x)
{
	static const struct {
		const char *name;
		int c;
	} entities[] = {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'},
			{"&apos;", '\''}};

	for (size_t i = 0; i < LENGTH(entities); i++) {
		if (text_starts(x->p, entities[i].name)) {
			x->p += strlen(entities[i].name);
			return entities[i].c;
		}
	}
	if (text_starts(x->p, "&#")) {
		char *end;
		long code = strtol(x->p + 2, &end, 10);

		if (*end == ';' && (code >= ' ' || code == '\t' || code == '\n' || code == '\r') &&
		    code < 0x7f) {
			x->p = end + 1;
			return (int)code;
		}
	}
	fail(x, "a bad entity");
	return 0;
}

/* text up to one of the characters of stop */
static const char *
characters(struct xml *x, const char *stop)
{
	struct buf b = {0};
	const char *text;

	while (!x->why && *x->p && !strchr(stop, *x->p)) {
		unsigned char c = (unsigned char)*x->p;

		if (c == '&') {
			buf_putc(&b, entity(x));
			continue;
		}
		if ((c < ' ' && c != '\t' && c != '\n') || c == '<')
			fail(x, "a character that XML forbids");
		/* the parser normalizes blanks of an attribute, and "]]>" ends no text */
		if (*stop != '<' && (c == '\t' || c == '\n'))
			c = ' ';
		if (text_starts(x->p, "]]>"))
			fail(x, "]]> in text");
		buf_putc(&b, c);
		x->p++;
	}
	text = arena_strdup(x->a, buf_str(&b));
	buf_free(&b);
	return text;
}

static void
attributes(struct xml *x, struct xml_element *e)
{
	struct xml_attribute **end = &e->attributes;

	for (blanks(x); !x->why && *x->p && !strchr("/>?", *x->p); blanks(x)) {
		struct xml_attribute *at = arena_alloc(x->a, sizeof(*at));

		at->name = name(x);
		if (!text_starts(x->p, "=\"")) {
			fail(x, "no value");
			return;
		}
		x->p += 2;
		at->value = characters(x, "\"");
		if (*x->p++ != '"')
			fail(x, "a value does not end");
		if (xml_get(e, at->name))
			fail(x, "an attribute twice");
		*end = at;
		end = &at->next;
	}
}

static struct xml_element *element(struct xml *x, int depth);

static void
content(struct xml *x, struct xml_element *e, int depth)
{
	struct xml_element **end = &e->first;
	struct buf text = {0};

	while (!x->why && !text_starts(x->p, "</")) {
		buf_puts(&text, characters(x, "<"));
		if (text_starts(x->p, "</"))
			break;
		*end = *x->p == '<' ? element(x, depth + 1) : fail(x, "the document ends");
		if (*end)
			end = &(*end)->next;
	}
	e->text = arena_strdup(x->a, buf_str(&text));
	buf_free(&text);
	if (x->why)
		return;
	x->p += 2;
	if (strcmp(name(x), e->name))
		fail(x, "the end of another element");
	blanks(x);
	if (*x->p++ != '>')
		fail(x, "no >");
}

static struct xml_element *
element(struct xml *x, int depth)
{
	struct xml_element *e = arena_alloc(x->a, sizeof(*e));

	if (*x->p++ != '<' || depth > 20)
		return fail(x, "no element");
	e->name = name(x);
	e->text = "";
	attributes(x, e);
	if (text_starts(x->p, "/>"))
		x->p += 2;
	else if (*x->p++ == '>')
		content(x, e, depth);
	else
		fail(x, "a tag does not end");
	return x->why ? NULL : e;
}

struct xml_element *
xml_read(struct arena *a, const char *document, const char **why)
{
	static const char head[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
	struct xml x = {.a = a, .p = document};
	struct xml_element *root;

	*why = NULL;
	if (!text_starts(document, head) ||
	    text_utf8(document, strlen(document)) != strlen(document)) {
		*why = "no declaration, or not UTF-8";
		return NULL;
	}
	x.p += strlen(head);
	root = element(&x, 0);
	blanks(&x);
	if (root && *x.p)
		root = fail(&x, "something after the document");
	*why = x.why;
	return root;
}

const char *
xml_get(const struct xml_element *e, const char *name)
{
	for (const struct xml_attribute *at = e->attributes; at; at = at->next) {
		if (!strcmp(at->name, name))
			return at->value;
	}
	return NULL;
}

/* ---- TAP: https://testanything.org/tap-version-14-specification.html ---- */

/* the directive of a description: what stands after the first unescaped " #" */
static const char *
directive(const char *description)
{
	for (const char *p = description; *p; p++) {
		if (*p == '\\' && p[1])
			p++;
		else if (*p == '#')
			return p + 1 + strspn(p + 1, " ");
	}
	return "";
}

static const char *
test_point(struct arena *a, const char *line, struct tap *tap)
{
	bool ok = text_starts(line, "ok ");
	size_t number = tap->ok + tap->not_ok + 1;
	const char *start = arena_printf(a, "%s %zu - ", ok ? "ok" : "not ok", number);
	const char *how;

	if (!text_starts(line, start))
		return arena_printf(a, "expected '%s', got '%s'", start, line);
	how = directive(line + strlen(start));
	tap->ok += ok;
	tap->not_ok += !ok;
	tap->skip += text_starts(how, "SKIP");
	tap->todo += text_starts(how, "TODO");
	return NULL;
}

static const char *
tap_line(struct arena *a, const char *line, size_t number, struct tap *tap)
{
	if (number == 0)
		return strcmp(line, "TAP version 13") ? "no version" : NULL;
	if (text_starts(line, "#"))
		return NULL;
	if (text_starts(line, "ok ") || text_starts(line, "not ok "))
		return test_point(a, line, tap);
	if (text_starts(line, "1..") && number == 1) {
		tap->planned = strtoul(line + 3, NULL, 10);
		return NULL;
	}
	if (text_starts(line, "Bail out!")) {
		tap->bailed_out = true;
		return NULL;
	}
	return arena_printf(a, "no line of TAP: '%s'", line);
}

const char *
tap_read(struct arena *a, const char *stream, struct tap *tap)
{
	const char *why = NULL;
	size_t n;
	char **lines = text_lines(a, stream, strlen(stream), &n);

	*tap = (struct tap){0};
	for (size_t i = 0; i < n && !why; i++)
		why = tap_line(a, lines[i], i, tap);
	return why;
}

/* ---- GitHub: %25 %0D %0A are decoded, and in properties also %3A %2C ---- */

static const char *
decode(struct arena *a, const char *text)
{
	static const struct {
		const char *code;
		char c;
	} codes[] = {{"%0D", '\r'}, {"%0A", '\n'}, {"%3A", ':'}, {"%2C", ','}, {"%25", '%'}};
	struct buf b = {0};
	const char *decoded;

	while (*text) {
		size_t i = 0;

		while (i < LENGTH(codes) && !text_starts(text, codes[i].code))
			i++;
		buf_putc(&b, i < LENGTH(codes) ? codes[i].c : *text);
		text += i < LENGTH(codes) ? 3 : 1;
	}
	decoded = arena_strdup(a, buf_str(&b));
	buf_free(&b);
	return decoded;
}

bool
github_read(struct arena *a, const char **text, struct github *g)
{
	size_t len = strcspn(*text, "\n"), word;
	const char *line = arena_strndup(a, *text, len), *message, *title;

	*g = (struct github){0};
	if (!text_starts(line, "::") || !(message = strstr(line + 2, "::")))
		return false;
	*text += len + ((*text)[len] == '\n');
	word = strcspn(line + 2, " :");
	g->command = arena_strndup(a, line + 2, word);
	g->properties = arena_strndup(a, line + 2 + word, (size_t)(message - line - 2) - word);
	title = strstr(g->properties, "title=");
	g->title = title ? decode(a, arena_strndup(a, title + 6, strcspn(title + 6, ","))) : NULL;
	g->message = decode(a, message + 2);
	return true;
}

/* ---- text for people ---- */

const char *
first_unsafe(const char *text)
{
	/* the first bytes of: C1, soft hyphen, U+061C, U+180E, U+200B to U+200F, ... */
	static const char *const unsafe[] = {
		"\xc2\x85", "\xc2\x9b", "\xc2\xad", "\xd8\x9c", "\xe1\xa0\x8e", "\xe2\x80\x8b",
		"\xe2\x80\x8e", "\xe2\x80\x8f", "\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x80\xaa",
		"\xe2\x80\xae", "\xe2\x81\xa6", "\xe2\x81\xa9", "\xef\xbb\xbf", "\xef\xbf\xbe",
		"\xf3\xa0\x81\x81",
	};

	if (text_utf8(text, strlen(text)) != strlen(text))
		return text + text_utf8(text, strlen(text));
	for (const char *p = text; *p; p++) {
		if (((unsigned char)*p < ' ' && *p != '\n' && *p != '\t') || *p == 0x7f)
			return p;
	}
	for (size_t i = 0; i < LENGTH(unsafe); i++) {
		if (strstr(text, unsafe[i]))
			return strstr(text, unsafe[i]);
	}
	return NULL;
}
