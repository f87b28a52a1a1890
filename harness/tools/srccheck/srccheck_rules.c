#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "tools/srccheck/srccheck.h"
#include "base/util.h"

enum {
	COLUMNS = 100, /* the maximum of a line */
	TAB = 8,
	LONG_WORD = 60, /* a line with so long a word (a URL, a path) may be wider */
	FILE_LINES = 600,
	FUNCTION_LINES = 80,
	PARSER_LINES = 120
};

static size_t
columns(const char *line, size_t len)
{
	size_t column = 0;

	for (size_t i = 0; i < len; i++) {
		if (line[i] == '\t')
			column += TAB - column % TAB;
		else if (((unsigned char)line[i] & 0xc0) != 0x80) /* a character, not a byte */
			column++;
	}
	return column;
}

static bool
has_long_word(const char *line, size_t len)
{
	size_t word = 0;

	for (size_t i = 0; i < len && word < LONG_WORD; i++)
		word = isspace((unsigned char)line[i]) ? 0 : word + 1;
	return word >= LONG_WORD;
}

/*
 * Eight blanks, or a blank before a tab: such an indent is right with one tab width only. Text
 * inside a comment may have it. Strings are blank in code, too: a quote in line tells them apart.
 */
static bool
is_indented_by_blanks(const char *line, const char *code, size_t len)
{
	size_t tabs = 0, blanks;

	while (tabs < len && line[tabs] == '\t')
		tabs++;
	for (blanks = 0; tabs + blanks < len && line[tabs + blanks] == ' ';)
		blanks++;
	/* blanks before the backslash of a macro line are no indent */
	if (tabs + blanks == len || line[tabs + blanks] == '\\' ||
	    (code[tabs + blanks] == ' ' && line[tabs + blanks] != '"'))
		return false;
	return blanks >= TAB || (blanks && line[tabs + blanks] == '\t');
}

void
check_lines(struct source *s, bool c)
{
	/* commands and transcript lines can have any width */
	bool any_width = !c;
	const char *rest = s->text, *line;
	size_t len;

	for (size_t number = 1; (line = next_line(&rest, &len)); number++) {
		size_t wide = columns(line, len);

		if (wide > COLUMNS && !has_long_word(line, len) && (!any_width || *line == '#'))
			complain(s, number, "%zu columns, more than %d", wide, COLUMNS);
		if (len && isspace((unsigned char)line[len - 1]) && strncmp(line, "| ", 2))
			complain(s, number, "blank at the end of the line");
		if (c && is_indented_by_blanks(line, s->code + (line - s->text), len))
			complain(s, number, "indented by blanks");
	}
	if (rest != s->text && rest[-1] != '\n')
		complain(s, 1, "the last line has no newline");
}

static bool
is_word(int c)
{
	return isalnum((unsigned char)c) || c == '_';
}

static void
check_word(struct source *s, size_t line, const char *word, size_t len)
{
	static const char *const banned[] = {"strtok", "strtok_r", "sscanf", "atoi", "atol",
		"strcpy", "strcat", "sprintf", "vsprintf", "gets", "system", "popen", "alloca",
		"qsort_r", "strlcpy", "setjmp", "longjmp"};
	const char *behind = word + len + strspn(word + len, " ");

	for (size_t i = 0; *behind == '(' && i < LENGTH(banned); i++)
		if (strlen(banned[i]) == len && !strncmp(word, banned[i], len))
			complain(s, line, "%s() is not used here", banned[i]);
}

void
check_code(struct source *s)
{
	size_t line = 1, len;

	for (const char *p = s->code; *p; p += len) {
		for (len = 0; is_word(p[len]);)
			len++;
		if (len)
			check_word(s, line, p, len);
		else if (p[0] == '/' && p[1] == '/')
			complain(s, line, "comments are /* like this */");
		line += *p == '\n';
		/* skip the second slash, too */
		len += !len ? 1 + (p[0] == '/' && p[1] == '/') : 0;
	}
	if (line - 1 > FILE_LINES)
		complain(s, line - 1, "%zu lines, more than %d", line - 1, FILE_LINES);
}

void
check_guard(struct source *s)
{
	const char *name = strrchr(s->path, '/') ? strrchr(s->path, '/') + 1 : s->path;
	const char *hash = strchr(s->code, '#');
	struct buf guard = {0}, head = {0};

	for (; *name; name++)
		buf_putc(&guard, is_word(*name) ? toupper((unsigned char)*name) : '_');
	buf_printf(&head, "#ifndef %s\n#define %s\n", guard.p, guard.p);
	if (!hash || strncmp(hash, head.p, head.len))
		complain(s, 1, "a header begins with '#ifndef %s' and '#define %s'", guard.p,
			 guard.p);
	buf_free(&guard);
	buf_free(&head);
}

/*
 * The order of folders: a file includes files of its own folder and of folders with a lower level.
 * Folders of the same level do not include each other.
 */
static const struct level {
	const char *folder; /* below harness/; "" for harness/ itself */
	int level;
} levels[] = {
	{"base", 0},   {"format", 1}, {"process", 1}, {"fixtures", 2},
	{"report", 2}, {"run", 3},    {"explore", 4}, {"", 5},
};

enum { PROGRAM_LEVEL = 2 }; /* of each tools/NAME: over base, format and process */

static bool
is_folder(const char *path, size_t len, const char *folder)
{
	return strlen(folder) == len && !strncmp(path, folder, len);
}

/* the level of the folder, which is the first len bytes of path; -1 if it has none */
static int
level_of(const char *path, size_t len)
{
	for (size_t i = 0; i < LENGTH(levels); i++) {
		if (is_folder(path, len, levels[i].folder))
			return levels[i].level;
	}
	return !strncmp(path, "tools/", 6) ? PROGRAM_LEVEL : -1;
}

/* the length of the folder part of a path */
static size_t
folder_length(const char *path)
{
	const char *slash = NULL;

	for (const char *p = path; *p && *p != '"' && *p != '\n'; p++)
		slash = *p == '/' ? p : slash;
	return slash ? (size_t)(slash - path) : 0;
}

static void
check_include(struct source *s, size_t number, const char *who, const char *whom)
{
	size_t mine = folder_length(who), other = folder_length(whom);
	int level = level_of(who, mine), below = level_of(whom, other);

	if (below < 0)
		complain(s, number, "includes a file whose folder has no level");
	else if ((mine != other || strncmp(who, whom, mine)) && below >= level)
		complain(s, number, "%.*s includes %.*s, which is not below it",
			 mine ? (int)mine : 7, mine ? who : "harness", other ? (int)other : 7,
			 other ? whom : "harness");
}

void
check_includes(struct source *s)
{
	static const char include[] = "#include \"", top[] = "harness/";
	const char *who = strstr(s->path, top) + strlen(top), *rest = s->text, *line;
	size_t len;

	if (level_of(who, folder_length(who)) < 0) {
		complain(s, 1, "the folder has no level in srccheck_rules.c");
		return;
	}
	for (size_t number = 1; (line = next_line(&rest, &len)); number++) {
		if (!strncmp(line, include, sizeof(include) - 1) &&
		    s->code[line - s->text] == '#')
			check_include(s, number, who, line + sizeof(include) - 1);
	}
}

/* the most lines of f: the parser of options and two other parsers may be longer */
static size_t
longest(const struct source *s, const struct function *f)
{
	static const char *const files[] = {"/options.c", "/transcript.c", "/expected.c"};
	const char *file = strrchr(s->path, '/');

	for (size_t i = 0; i < LENGTH(files); i++)
		for (size_t at = 0; at + 5 <= f->name_len; at++)
			if (!strcmp(file, files[i]) && !strncmp(f->name + at, "parse", 5))
				return PARSER_LINES;
	return FUNCTION_LINES;
}

void
check_functions(struct source *s, const struct function *f, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (f[i].lines > longest(s, &f[i]))
			complain(s, f[i].line, "%.*s() has %zu lines, more than %zu",
				 (int)f[i].name_len, f[i].name, f[i].lines, longest(s, &f[i]));
}
