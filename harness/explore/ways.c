#include "explore/ways.h"

#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "explore/modules.h"
#include "explore/program.h"
#include "format/result.h"
#include "format/transcript.h"

/*
 * %P puts the module's folders on sys.path; %M is its name, %L the last part of that, %F its file.
 * Attributes are compared by their names and types, since values may be addresses. Most of the time
 * goes into the import of packages, so whatever can follow an import is in one process with it.
 */
static const struct {
	const char *name, *text;
} ways[] = {
	[WAY_IMPORT] = {"import", "%P;import %M;get %M.__name__;get %M.__file__;get %M.__package__;"
				  "get %M.__spec__.origin;names %M types;import %M;loaded? %M;"
				  "reload %M;forget %M;import %M;names %M types;exit"},
	[WAY_AGAIN] = {"again", "%P;import %M;reload %M;forget %M;import %M;names %M types"},
	[WAY_EXIT] = {"exit", "%P;import %M;exit"},
	[WAY_FILE] = {"file", "load %L %F;get %L.__name__;names %L types;loaded? %L"},
	[WAY_INTERPRETER] = {"interpreter", "interp new legacy;interp use 1;%P;import %M;"
					    "names %M types"},
	[WAY_ISOLATED] = {"isolated", "interp new isolated;interp use 1;%P;import %M"},
	[WAY_GIL] = {"gil", "call sys._is_gil_enabled;%P;import %M;call sys._is_gil_enabled"},
};

const char *
way_name(enum way way)
{
	return ways[way].name;
}

/* a word of a command; a path may have blanks */
static void
add_word(struct buf *b, const char *text)
{
	if (!strpbrk(text, " \"[{\\")) {
		buf_puts(b, text);
		return;
	}
	buf_putc(b, '"');
	for (; *text; text++) {
		if (strchr("\"\\", *text))
			buf_putc(b, '\\');
		buf_putc(b, *text);
	}
	buf_putc(b, '"');
}

/* end the command in b */
static void
push(struct arena *a, struct program *p, struct buf *b)
{
	p->commands[p->n++] = arena_strdup(a, buf_str(b));
	buf_clear(b);
}

static void
add_path(struct buf *b, const char *folder)
{
	buf_puts(b, "path add ");
	add_word(b, folder);
}

/* what comes last is in front on sys.path */
static void
add_paths(struct arena *a, struct program *p, struct buf *b, const struct module *m)
{
	if (m->more) {
		add_path(b, m->more);
		push(a, p, b);
	}
	add_path(b, m->root);
}

void
way_program(struct arena *a, struct program *p, const struct module *m, enum way way)
{
	const char *text = ways[way].text;
	struct buf b = {0};

	*p = (struct program){0};
	for (; *text; text++) {
		if (*text == ';') {
			push(a, p, &b);
		} else if (*text != '%') {
			buf_putc(&b, *text);
		} else {
			switch (*++text) {
			case 'P': add_paths(a, p, &b, m); break;
			case 'M': buf_puts(&b, m->name); break;
			case 'L': buf_puts(&b, module_short_name(m)); break;
			default: add_word(&b, m->file); break;
			}
		}
	}
	push(a, p, &b);
	buf_free(&b);
}

void
way_ask(struct arena *a, struct program *p, const char *command)
{
	*p = (struct program){0};
	p->commands[p->n++] = arena_strdup(a, command);
}

static bool
is_answer(enum transcript_mark mark)
{
	return mark == MARK_VALUE || mark == MARK_EXCEPTION || mark == MARK_DEATH;
}

const char *
way_answer(struct arena *a, const struct result *r, size_t n)
{
	const char *answer = NULL;
	size_t lines, commands = 0;
	char **line = text_lines(a, r->got, strlen(r->got), &lines);

	for (size_t i = 0; i < lines && commands <= n + 1; i++) {
		enum transcript_mark mark = transcript_mark(line[i]);

		commands += mark == MARK_COMMAND;
		if (commands == n + 1 && is_answer(mark))
			answer = line[i];
	}
	return answer;
}

const char *
way_failure(struct arena *a, const struct result *r)
{
	size_t n, i = 0;
	char **lines = text_lines(a, r->got, strlen(r->got), &n);

	while (i < n && !text_starts(lines[i], "> import "))
		i++;
	for (i++; i < n && transcript_mark(lines[i]) != MARK_COMMAND; i++) {
		enum transcript_mark mark = transcript_mark(lines[i]);

		if (mark == MARK_DEATH)
			return arena_strdup(a, lines[i]);
		if (mark == MARK_EXCEPTION)
			return arena_printf(a, "%s%s", lines[i] + 2,
					    i + 1 < n ? lines[i + 1] + strlen("~ message") : "");
		if (mark == MARK_VALUE)
			return NULL;
	}
	return r->outcome == OUT_BROKEN ? r->reason : "no answer";
}
