#include <string.h>

#include "base/text.h"
#include "base/util.h"

/* how deep lists and objects of a JSON word may nest */
enum { JSON_DEPTH = 64 };

static const char blanks[] = " \t";

size_t
text_count(char *const *list)
{
	size_t n = 0;

	while (list && list[n])
		n++;
	return n;
}

bool
text_is_name(const char *s, size_t len)
{
	bool in_word = false;

	for (size_t i = 0; i < len; i++) {
		bool letter = (s[i] >= 'a' && s[i] <= 'z') || (s[i] >= '0' && s[i] <= '9');

		if (!letter && (s[i] != '-' || !in_word))
			return false;
		in_word = letter;
	}
	return in_word;
}

char **
text_fields(struct arena *a, const char *s, size_t *n)
{
	/* a field and its blank take at least two bytes; the last field takes at least one */
	char **fields = arena_alloc(a, (strlen(s) / 2 + 2) * sizeof(*fields));
	size_t count = 0;

	for (s += strspn(s, blanks); *s; s += strspn(s, blanks)) {
		size_t len = strcspn(s, blanks);

		fields[count++] = arena_strndup(a, s, len);
		s += len;
	}
	if (n)
		*n = count;
	return fields;
}

/*
 * Each function below reads one part of JSON, https://www.rfc-editor.org/rfc/rfc8259, at p. It
 * returns the place behind that part, or NULL with *why set.
 */
static const char *json_value(const char *p, int depth, const char **why);

static const char *
bad_json(const char **why, const char *text)
{
	*why = text;
	return NULL;
}

static const char *
json_escape(const char *p, const char **why)
{
	if (*p && strchr("\"\\/bfnrt", *p))
		return p + 1;
	if (*p != 'u')
		return bad_json(why, "a bad \\ in a JSON string");
	if (strspn(p + 1, "0123456789abcdefABCDEF") < 4)
		return bad_json(why, "a \\u in a JSON string takes four hex digits");
	return p + 5;
}

static const char *
json_string(const char *p, const char **why)
{
	for (p++; *p != '"';) {
		if (!*p)
			return bad_json(why, "a JSON string that does not end");
		if ((unsigned char)*p < 0x20)
			return bad_json(why, "a control byte in a JSON string");
		if (*p++ == '\\' && !(p = json_escape(p, why)))
			return NULL;
	}
	return p + 1;
}

static const char *
json_digits(const char *p)
{
	size_t n = strspn(p, "0123456789");

	return n ? p + n : NULL;
}

static const char *
json_number(const char *p, const char **why)
{
	static const char bad[] = "a bad JSON number";

	p += *p == '-';
	p = *p == '0' ? p + 1 : json_digits(p);
	if (p && *p == '.')
		p = json_digits(p + 1);
	if (p && (*p == 'e' || *p == 'E')) {
		p++;
		p = json_digits(p + (*p == '+' || *p == '-'));
	}
	return p ? p : bad_json(why, bad);
}

static const char *
json_blanks(const char *p)
{
	return p + strspn(p, blanks);
}

/* a list or an object; only the brackets and the members' names differ */
static const char *
json_members(const char *p, int depth, const char **why)
{
	const bool named = *p == '{';
	const char close = named ? '}' : ']';

	if (depth >= JSON_DEPTH)
		return bad_json(why, "JSON nested too deeply");
	p = json_blanks(p + 1);
	if (*p == close)
		return p + 1;
	for (;; p++) {
		p = json_blanks(p);
		if (named) {
			if (*p != '"')
				return bad_json(why, "a JSON object where a member's name in "
						     "quotes was expected");
			if (!(p = json_string(p, why)))
				return NULL;
			p = json_blanks(p);
			if (*p++ != ':')
				return bad_json(why, "a JSON object without ':' behind a name");
		}
		if (!(p = json_value(json_blanks(p), depth + 1, why)))
			return NULL;
		p = json_blanks(p);
		if (*p == close)
			return p + 1;
		if (*p != ',')
			return bad_json(why, named ? "a JSON object that does not end"
						   : "a JSON list that does not end");
	}
}

static const char *
json_value(const char *p, int depth, const char **why)
{
	static const char *const literals[] = {"true", "false", "null"};

	if (*p == '"')
		return json_string(p, why);
	if (*p == '[' || *p == '{')
		return json_members(p, depth, why);
	for (size_t i = 0; i < LENGTH(literals); i++)
		if (text_starts(p, literals[i]))
			return p + strlen(literals[i]);
	if (*p == '-' || (*p >= '0' && *p <= '9'))
		return json_number(p, why);
	return bad_json(why, *p ? "text that is not a JSON value" : "JSON that does not end");
}

static const char *
word_end(const char *p, const char **why)
{
	if (!strchr("\"[{", *p))
		return p + strcspn(p, blanks);
	p = json_value(p, 0, why);
	if (p && *p && !strchr(blanks, *p))
		return bad_json(why, "text right behind a JSON word");
	return p;
}

char **
text_words(struct arena *a, const char *command, size_t *n, const char **why)
{
	char **words = arena_alloc(a, (strlen(command) / 2 + 2) * sizeof(*words));
	size_t count = 0;

	for (const char *p = json_blanks(command); *p; p = json_blanks(p)) {
		const char *mistake, *end = word_end(p, &mistake);

		if (!end) {
			*why = arena_printf(a, "word %zu has %s: %s", count + 1, mistake, p);
			return NULL;
		}
		words[count++] = arena_strndup(a, p, (size_t)(end - p));
		p = end;
	}
	*n = count;
	return words;
}

char **
text_lines(struct arena *a, const char *bytes, size_t len, size_t *n)
{
	const char *p = bytes, *end = bytes + len;
	size_t count = 0;
	char **lines;

	for (size_t i = 0; i < len; i++)
		count += bytes[i] == '\n';
	lines = arena_alloc(a, (count + 2) * sizeof(*lines));
	for (count = 0; p < end; count++) {
		const char *nl = memchr(p, '\n', (size_t)(end - p));

		lines[count] = arena_strndup(a, p, (size_t)((nl ? nl : end) - p));
		p = nl ? nl + 1 : end;
	}
	*n = count;
	return lines;
}

static int
line_of(const char *bytes, size_t at)
{
	int line = 1;

	for (size_t i = 0; i < at; i++)
		line += bytes[i] == '\n';
	return line;
}

bool
text_check(const char *path, const char *bytes, size_t len, struct errors *errors)
{
	size_t good = text_utf8(bytes, len);

	if (len >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3)) {
		errors_at(errors, path, 1, "a byte order mark; expected UTF-8 without one");
		return false;
	}
	for (size_t i = 0; i < good; i++) {
		unsigned char c = (unsigned char)bytes[i];

		if ((c >= 0x20 && c != 0x7f) || c == '\n' || c == '\t')
			continue;
		errors_at(errors, path, line_of(bytes, i),
			  "control byte 0x%02x; expected text%s", c,
			  c == '\r' ? " whose lines end with a line feed alone" : "");
		return false;
	}
	if (good < len) {
		errors_at(errors, path, line_of(bytes, good), "byte 0x%02x is not UTF-8",
			  (unsigned char)bytes[good]);
		return false;
	}
	if (len && bytes[len - 1] != '\n') {
		errors_at(errors, path, line_of(bytes, len),
			  "no newline at the end of the file");
		return false;
	}
	return true;
}
