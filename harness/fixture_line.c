#include "fixture_line.h"

#include <stdbool.h>
#include <string.h>

#include "text.h"
#include "util.h"

const char *const fixture_keys[] = {
	"out", "names", "defines", "cflags", "ldflags", "needs", "edit", "check", "headers",
	"tool", NULL
};

struct parser {
	struct arena *a;
	struct fixture_line *f;
	struct errors *errors;
	const char *path;
	int line;
};

static void
add_value(struct parser *ps, struct fixture_values *values, const char *text)
{
	struct fixture_value *v = arena_alloc(ps->a, (values->n + 1) * sizeof(*v));

	if (values->n)
		memcpy(v, values->v, values->n * sizeof(*v));
	v[values->n].text = text;
	v[values->n].line = ps->line;
	values->v = v;
	values->n++;
}

/* `names=A,B` stands for two values */
static void
add_names(struct parser *ps, const char *list)
{
	size_t len;

	for (; *list; list += len + (list[len] == ',')) {
		len = strcspn(list, ",");
		add_value(ps, &ps->f->keys[FIXTURE_NAMES], arena_strndup(ps->a, list, len));
	}
}

static void
take_word(struct parser *ps, const char *word)
{
	const char *equals = strchr(word, '=');
	size_t key = 0, len = equals ? (size_t)(equals - word) : 0;

	if (!len || !equals[1]) {
		errors_at(ps->errors, ps->path, ps->line, "'%s' is not KEY=VALUE", word);
		return;
	}
	while (fixture_keys[key] &&
	       (strlen(fixture_keys[key]) != len || memcmp(fixture_keys[key], word, len)))
		key++;
	if (!fixture_keys[key])
		errors_at(ps->errors, ps->path, ps->line, "%s",
			  text_unknown(ps->a, "key", arena_strndup(ps->a, word, len),
				       fixture_keys));
	else if (key == FIXTURE_NAMES)
		add_names(ps, equals + 1);
	else
		add_value(ps, &ps->f->keys[key], equals + 1);
}

/* the words of one line of the comment; true if the comment goes on in the next line */
static bool
take_line(struct parser *ps, const char *text, size_t len, const char *end_mark)
{
	const char *line = arena_strndup(ps->a, text, len);
	const char *end = *end_mark ? strstr(line, end_mark) : NULL;
	char **words;

	line += strspn(line, " \t");
	if (*line == '*' && (!line[1] || strchr(" \t", line[1])))
		line++;
	if (end && end < line)
		return false;
	if (end)
		line = arena_strndup(ps->a, line, (size_t)(end - line));
	words = text_fields(ps->a, line, NULL);
	for (; *words; words++)
		take_word(ps, *words);
	return *end_mark && !end;
}

/* the bytes of the mark that begins a fixture comment, or 0 */
static size_t
mark_length(const char *text, bool script)
{
	size_t at = strspn(text, " \t");

	if (script)
		return text_starts(text, "# fixture:") ? strlen("# fixture:") : 0;
	if (text[at] != '/' || (text[at + 1] != '*' && text[at + 1] != '/'))
		return 0;
	at += 2;
	at += strspn(text + at, " \t");
	if (!text_starts(text + at, "fixture:"))
		return 0;
	at += strlen("fixture:");
	return at;
}

/* text begins with a mark of len bytes */
static bool
begin(struct parser *ps, const char *text, size_t len, bool script)
{
	static const char mark[] = "/* fixture:";

	if (!script && !text_starts(text, mark))
		errors_at(ps->errors, ps->path, ps->line, "a fixture comment begins with '%s'",
			  mark);
	if (ps->f->line == 0)
		ps->f->line = ps->line;
	return take_line(ps, text + len, strcspn(text + len, "\n"), script ? "" : "*/");
}

int
fixture_line_parse(struct arena *a, struct fixture_line *f, const char *path,
		   const char *bytes, struct errors *errors)
{
	struct parser ps = {a, f, errors, path, 0};
	bool script = text_ends(path, ".pyx") || text_ends(path, ".cffi"), inside = false;
	size_t before = errors->n;

	memset(f, 0, sizeof(*f));
	while (*bytes) {
		size_t len = strcspn(bytes, "\n"), mark = mark_length(bytes, script);

		ps.line++;
		if (mark)
			inside = begin(&ps, bytes, mark, script);
		else if (inside)
			inside = take_line(&ps, bytes, len, "*/");
		bytes += len + (bytes[len] == '\n');
	}
	if (inside)
		errors_at(errors, path, ps.line, "the fixture comment has no end");
	if (!f->line)
		f->line = 1;
	return errors->n == before ? 0 : -1;
}
