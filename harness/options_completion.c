#include "options_completion.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/limits.h"
#include "format/vocab.h"
#include "options.h"
#include "report/report.h"
#include "scaffold.h"

const char *const completion_shells[] = {"bash", "zsh", NULL};

/* what completes a word */
enum source { ANYTHING, WORDS, FILES, FOLDERS, COMMANDS, CASES, FORMATS, HOSTS };

struct entry {
	const char *name;   /* with its dashes */
	const char *value;  /* what the help calls it; NULL: the option takes none */
	bool optional;      /* the value goes behind = or is left out */
	bool repeats;
	const char *says;
	enum source source;
	const char *words;  /* of WORDS and FORMATS, with blanks between them */
};

#define LIMIT_WORD(word, limit) #word "= "

static const char limit_words[] = CASE_LIMITS(LIMIT_WORD);

/* word i of a list; NULL after the last one */
typedef const char *word_fn(const void *list, size_t i);

static const char *
string_word(const void *list, size_t i)
{
	return ((const char *const *)list)[i];
}

static const char *
vocabulary_word(const void *list, size_t i)
{
	return ((const struct vocab_word *)list)[i].name;
}

static const char *
verb_word(const void *list, size_t i)
{
	(void)list;
	return options_verb_name(i);
}

/* the words of a list with blanks between them */
static const char *
joined(struct arena *a, word_fn *word_of, const void *list)
{
	const char *all = "", *word;

	for (size_t i = 0; (word = word_of(list, i)); i++)
		all = arena_printf(a, "%s%s%s", all, i ? " " : "", word);
	return all;
}

/* the values of the options that take words of a closed set; NULL for other options */
static const char *
words_of(struct arena *a, const char *name)
{
	const char *const levels[] = {vocab_level(false), vocab_level(true), NULL};

	if (!strcmp(name, "--level"))
		return joined(a, string_word, levels);
	if (!strcmp(name, "--color"))
		return joined(a, string_word, options_colors);
	if (!strcmp(name, "--isolation"))
		return joined(a, string_word, options_isolations);
	if (!strcmp(name, "--kind"))
		return joined(a, string_word, scaffold_kinds);
	if (!strcmp(name, "--completion"))
		return joined(a, string_word, completion_shells);
	if (!strcmp(name, "--tag"))
		return joined(a, vocabulary_word, vocab_words(VOCAB_TAG));
	if (!strcmp(name, "--require"))
		return joined(a, vocabulary_word, vocab_words(VOCAB_CAP));
	return strcmp(name, "--limit") ? NULL : limit_words;
}

/* the help's word for a value tells what completes it, unless the words are a closed set */
static void
set_source(struct arena *a, struct entry *e)
{
	static const struct {
		const char *value;
		enum source source;
	} sources[] = {
		{"FILE", FILES}, {"DIR", FOLDERS}, {"CMD", COMMANDS}, {"PATTERN", CASES},
		{"FORMAT[:PATH]", FORMATS},
	};

	e->words = words_of(a, e->name);
	if (e->words)
		e->source = WORDS;
	else if (!strcmp(e->name, "--host"))
		e->source = HOSTS;
	for (size_t i = 0; !e->source && e->value && i < LENGTH(sources); i++) {
		if (!strcmp(e->value, sources[i].value))
			e->source = sources[i].source;
	}
	if (e->source == FORMATS)
		e->words = arena_printf(a, "%s svg", report_names());
}

/* the length of the first sentence, or what can stand for it; the rest is in the help */
static size_t
sentence(const char *text)
{
	static const char *const ends[] = {"; ", ". ", " (", ", e.g."};
	size_t len = strlen(text);

	for (size_t i = 0; i < LENGTH(ends); i++) {
		const char *end = strstr(text, ends[i]);

		if (end && (size_t)(end - text) < len)
			len = (size_t)(end - text);
	}
	return !text[len] && text_ends(text, ".") && !text_ends(text, "..") ? len - 1 : len;
}

/* the help's paragraph on an option, from the column of its text on, as one line */
static const char *
paragraph(struct arena *a, const char *line, size_t column)
{
	struct buf b = {0};
	const char *text;

	for (bool first = true; *line; first = false) {
		size_t len = strcspn(line, "\n"), begin = strspn(line, " ");

		if (!first && begin != column)
			break;
		/* an option that is too long for its column has its text below it */
		if (first && (len <= column || line[column - 1] != ' '))
			begin = len;
		else
			begin = column;
		if (len > begin)
			buf_printf(&b, "%s%.*s", b.len ? " " : "", (int)(len - begin),
				   line + begin);
		line += len + (line[len] == '\n');
	}
	text = arena_strdup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

/* where name stands in the column of options of a line of the help; NULL if it does not */
static const char *
option_in(const char *line, const char *name)
{
	size_t len = strlen(name), end = strcspn(line, "\n");
	const char *at = strncmp(line, "  -", 3) ? NULL : strstr(line, name);
	const char *text = strstr(line + 2, "  ");

	if (text && text < line + end)
		end = (size_t)(text - line);
	for (; at && at < line + end; at = strstr(at + 1, name)) {
		if (at[-1] == ' ' && !isalnum((unsigned char)at[len]) && at[len] != '-')
			return at;
	}
	return NULL;
}

/* fill in what the help says of e->name */
static void
look_up(struct arena *a, struct entry *e, const char *help, bool takes)
{
	enum { COLUMN = 24 };
	const char *at = NULL;
	size_t len;

	while (!(at = option_in(help, e->name)) && strchr(help, '\n'))
		help = strchr(help, '\n') + 1;
	if (!at)
		die("the help has no %s", e->name);
	e->says = paragraph(a, help, COLUMN);
	e->repeats = strstr(e->says, "may repeat") || !strcmp(e->name, "-v");
	e->says = arena_strndup(a, e->says, sentence(e->says));
	at += strlen(e->name);
	len = strcspn(at + 1, " \n");
	if (takes)
		e->value = arena_strndup(a, at + 1, *at == '[' ? strcspn(at + 2, "]") + 1 : len);
	if (takes && *at == '[' && e->value[0] == '=')
		e->value++;
	set_source(a, e);
}

/* the entries of all options of the table, the long ones first; *n is their number */
static struct entry *
entries(struct arena *a, size_t *n)
{
	const char *help = options_help_text(a);
	struct entry *v;
	size_t most = strlen(options_short);

	for (const struct option *o = options_long; o->name; o++)
		most++;
	v = arena_alloc(a, most * sizeof(*v));
	*n = 0;
	for (const struct option *o = options_long; o->name; o++) {
		v[*n] = (struct entry){.name = arena_printf(a, "--%s", o->name),
				       .optional = o->has_arg == optional_argument};
		look_up(a, &v[(*n)++], help, o->has_arg != no_argument);
	}
	for (const char *c = options_short; *c; c++) {
		if (*c == ':')
			continue;
		v[*n] = (struct entry){.name = arena_printf(a, "-%c", *c)};
		look_up(a, &v[(*n)++], help, c[1] == ':');
	}
	return v;
}

/* both scripts ask the suite that the command line names for its cases, and for its own recipes */
static const char asking[] =
	"_conform_list() {\n"
	"	local root='' before='' word\n"
	"	for word; do\n"
	"		[ \"$word\" != = ] || continue\n"
	"		[ \"$before\" != --root ] || root=$word\n"
	"		case $word in --root=*) root=${word#--root=} ;; esac\n"
	"		before=$word\n"
	"	done\n"
	"	\"$1\" ${root:+--root \"$root\"} --list 2>/dev/null |\n"
	"		sed -n 's/^\\([a-z0-9][a-z0-9-]*\\)\\(\\/[a-z0-9-]*\\).*/\\1\\n\\1\\2/p' |"
	" sort -u\n"
	"}\n"
	"\n"
	"_conform_hosts() {\n"
	"	local program file\n"
	"	program=$(command -v \"$1\") || return\n"
	"	for file in \"${program%/*}\"/../share/dynload-cts/harness/hosts/*.host \\\n"
	"		\"${program%/*}\"/harness/hosts/*.host; do\n"
	"		[ ! -f \"$file\" ] || basename \"$file\" .host\n"
	"	done\n"
	"}\n"
	"\n";

static const char bash_begin[] =
	"_conform_complete() {\n"
	"	local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}\n"
	"\n"
	"	# bash makes words of = and : themselves\n"
	"	if [ \"$current\" = = ]; then\n"
	"		current=''\n"
	"	elif [ \"$before\" = = ]; then\n"
	"		before=${COMP_WORDS[COMP_CWORD - 2]}\n"
	"	fi\n"
	"	[ \"$current\" != : ] || { before=: current=''; }\n"
	"	case $before in\n"
	"	:) _conform_reply -f -- \"$current\" && return ;;\n";

/* an answer can hold blanks, so each line of compgen is one */
static const char bash_reply[] =
	"_conform_reply() {\n"
	"	local line\n"
	"	COMPREPLY=()\n"
	"	while IFS= read -r line; do\n"
	"		COMPREPLY+=(\"$line\")\n"
	"	done < <(compgen \"$@\")\n"
	"	case $1 in -f | -d) compopt -o filenames 2>/dev/null ;; esac\n"
	"	return 0\n"
	"}\n"
	"\n";

static void
bash_option(const struct entry *e)
{
	static const char *const compgen[] = {
		[FILES] = "-f", [FOLDERS] = "-d", [COMMANDS] = "-c -f",
		[CASES] = "-W \"$(_conform_list \"${COMP_WORDS[@]}\")\"",
		[HOSTS] = "-W \"$(_conform_hosts \"${COMP_WORDS[0]}\")\"",
	};

	/* a value that may be left out stands in the same word */
	if (!e->value || e->optional)
		return;
	printf("\t%s) ", e->name);
	if (e->source == ANYTHING)
		puts("COMPREPLY=() && return ;;");
	else if (e->words)
		printf("_conform_reply -W '%s' -- \"$current\" && return ;;\n", e->words);
	else
		printf("_conform_reply %s -- \"$current\" && return ;;\n", compgen[e->source]);
}

static void
print_bash(struct arena *a, const struct entry *v, size_t n)
{
	printf("# bash completion of conform, made by conform --completion bash\n\n%s%s%s", asking,
	       bash_reply, bash_begin);
	for (size_t i = 0; i < n; i++)
		bash_option(&v[i]);
	puts("\tesac\n\tcase $current in\n\t-*) _conform_reply -W '\\");
	for (size_t i = 0; i < n; i++)
		printf("\t\t%s \\\n", v[i].name);
	printf("\t\t' -- \"$current\" ;;\n"
	       "\t*) _conform_reply -f -W \"%s $(_conform_list \"${COMP_WORDS[@]}\")\" -- "
	       "\"$current\" ;;\n"
	       "\tesac\n}\n\ncomplete -F _conform_complete conform run_tests.sh\n",
	       joined(a, verb_word, NULL));
}

/* text inside '...' and [...] of an _arguments word */
static void
zsh_text(const char *text)
{
	for (; *text; text++) {
		if (*text == '\'')
			fputs("'\\'", stdout);
		else if (strchr("[]:\\", *text))
			putchar('\\');
		putchar(*text);
	}
}

static void
zsh_option(const struct entry *e)
{
	static const char *const actions[] = {
		[ANYTHING] = " ", [FILES] = "_files", [FOLDERS] = "_files -/",
		[COMMANDS] = "_command_names -e", [CASES] = "_conform_cases",
		[FORMATS] = "_conform_formats",
		[HOSTS] = "_conform_recipes",
	};
	bool is_long = e->name[1] == '-';

	printf("\t\t'%s%s%s[", e->repeats ? "*" : "", e->name,
	       !e->value ? "" : e->optional ? "=-" : is_long ? "=" : "+");
	zsh_text(e->says);
	putchar(']');
	if (e->value) {
		fputs(e->optional ? "::" : ":", stdout);
		zsh_text(e->value);
		if (e->source == WORDS)
			printf(":(%s)", e->words);
		else
			printf(":%s", actions[e->source]);
	}
	puts("' \\");
}

static void
print_zsh(struct arena *a, const struct entry *v, size_t n)
{
	const char *formats = "";

	for (size_t i = 0; i < n; i++)
		formats = v[i].source == FORMATS ? v[i].words : formats;
	printf("#compdef conform run_tests.sh\n# made by conform --completion zsh\n\n%s", asking);
	printf("_conform_cases() {\n"
	       "	compadd -- ${(f)\"$(_conform_list $words)\"}\n}\n\n"
	       "_conform_recipes() {\n"
	       "	compadd -- ${(f)\"$(_conform_hosts $words[1])\"}\n}\n\n"
	       "_conform_formats() {\n"
	       "	if compset -P '*:'; then _files; else compadd -S '' -- %s; fi\n}\n\n"
	       "_conform_words() {\n"
	       "	(( CURRENT > 2 )) || compadd -- %s\n"
	       "	_conform_cases\n	_files\n}\n\n"
	       "_conform() {\n	_arguments -s \\\n", formats, joined(a, verb_word, NULL));
	for (size_t i = 0; i < n; i++)
		zsh_option(&v[i]);
	puts("\t\t'*:case, verb or file:_conform_words'\n}\n\n_conform \"$@\"");
}

void
completion_print(int shell)
{
	struct arena a = {0};
	size_t n;
	struct entry *v = entries(&a, &n);

	if (shell)
		print_zsh(&a, v, n);
	else
		print_bash(&a, v, n);
	arena_free(&a);
	exit(all_said(0));
}
