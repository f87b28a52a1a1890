/* Tests that the commands in the documents use options and targets that exist. */
#include <ctype.h>
#include <string.h>
#include <unistd.h>

#include "format/settings.h"
#include "options.h"
#include "base/text.h"
#include "base/util.h"
#include "docs.h"
#include "docs_markdown.h"
#include "rows.h"
#include "units.h"

static const char *const documents[] = {
	"README.md", "CONTRIBUTING.md", "harness/FORMAT.md", "harness/HOSTILE.md",
	"harness/docs/testers.md", "harness/docs/embedders.md", "harness/docs/authors.md",
	"harness/docs/packagers.md", "harness/docs/readers.md",
	"harness/examples/suite/README.md",
};

/* the names by which the program is called */
static const char *const programs[] = {"./run_tests.sh", "build/conform", "conform", NULL};

/* options of other programs that a document may name: the adapter, srccheck, valgrind and so on */
static const char *const others[] = {"--hello", "--fix", "--serve", NULL};

static bool
is_one_of(const char *const *words, const char *word, size_t len)
{
	for (; *words; words++) {
		if (strlen(*words) == len && !memcmp(*words, word, len))
			return true;
	}
	return false;
}

/* "--loader=x", "-vv", "-j2" */
static void
check_option(struct arena *a, const struct names *options, const char *where, const char *word)
{
	size_t len = word[1] == '-' ? strcspn(word, "=[") : 2;
	const char *option = arena_strndup(a, word, len);

	UNIT_CHECK(names_has(options, option) || is_one_of(others, option, len),
		   "%s: there is no option '%s'", where, word);
}

/* a target of the Makefile, a file below build/, or VARIABLE=... */
static void
check_make_word(struct arena *a, const char *makefile, const char *where, const char *word)
{
	size_t name = strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_");
	const char *slash = strrchr(word, '/');

	if (word[name] == '=')
		UNIT_CHECK(strstr(makefile, arena_printf(a, "$(%.*s)", (int)name, word)),
			   "%s: the Makefile knows no variable of '%s'", where, word);
	else if (text_starts(word, "build/"))
		UNIT_CHECK(strstr(makefile, arena_printf(a, "\n$B%.*s", (int)(slash - word - 4),
							 word + 5)),
			   "%s: the Makefile has no rule for '%s'", where, word);
	else if (*word != '-')
		UNIT_CHECK(strstr(makefile, arena_printf(a, "\n%s:", word)),
			   "%s: the Makefile has no target '%s'", where, word);
}

/* like names_add(), but keeps a word that is already in the list */
static void
push(struct arena *a, struct names *words, const char *word)
{
	const char **v = arena_alloc(a, (words->n + 1) * sizeof(*v));

	if (words->n)
		memcpy(v, words->v, words->n * sizeof(*v));
	v[words->n++] = arena_strdup(a, word);
	words->v = v;
}

/* the words of a shell line, up to a comment; a quoted text is one word */
static struct names
shell_words(struct arena *a, const char *line)
{
	struct names words = {NULL, 0};
	struct buf word = {0};
	char quote = '\0';

	for (const char *p = line;; p++) {
		if (!quote && (!*p || strchr(" \n", *p))) {
			if (*buf_str(&word) == '#')
				break;
			if (word.len)
				push(a, &words, buf_str(&word));
			buf_clear(&word);
			if (!*p)
				break;
		} else if (!*p) {
			break;
		} else if (quote == *p || (!quote && strchr("'\"", *p))) {
			quote = quote ? '\0' : *p;
		} else {
			buf_putc(&word, *p);
		}
	}
	buf_free(&word);
	return words;
}

/* true if the option takes the next word */
static bool
takes_next(const char *word)
{
	const char *letter = strchr(options_short, word[1]);

	for (size_t i = 0; options_long[i].name; i++) {
		if (!strncmp(word, "--", 2) && !strcmp(word + 2, options_long[i].name))
			return options_long[i].has_arg == required_argument;
	}
	return word[1] != '-' && !word[2] && letter && letter[1] == ':';
}

/* the word is an area or a case, or stands in their place, or is an example of a name */
static void
check_pattern(struct arena *a, const char *where, const char *word)
{
	struct options verb = {.action = DO_RUN};

	/* a verb is known to the program; a report is not there yet */
	if (*word == '/' || text_ends(word, ".json") || options_verb(&verb, word))
		return;
	if (strstr(word, "my-") || strpbrk(word, "*ABCDEFGHIJKLMNOPQRSTUVWXYZ["))
		return;
	UNIT_CHECK(!access(arena_printf(a, "cases/%s", word), F_OK) ||
			   !access(arena_printf(a, "cases/%s.case", word), F_OK),
		   "%s: there is no case '%s'", where, word);
}

static void
check_run_words(struct arena *a, const struct names *options, const char *where,
		const struct names *words, size_t first)
{
	for (size_t i = first; i < words->n; i++) {
		if (*words->v[i] != '-') {
			check_pattern(a, where, words->v[i]);
			continue;
		}
		check_option(a, options, where, words->v[i]);
		i += takes_next(words->v[i]);
	}
}

static size_t
check_command(struct arena *a, const struct names *options, const char *makefile,
	      const char *where, const char *line)
{
	struct names words = shell_words(a, line);
	size_t first = 0;

	/* skip a prompt and the settings of the environment */
	if (words.n && (text_ends(words.v[0], ":") || !strcmp(words.v[0], "$")))
		first++;
	while (first < words.n && isupper((unsigned char)*words.v[first]) &&
	       strchr(words.v[first], '='))
		first++;
	if (first == words.n)
		return 0;
	if (is_one_of(programs, words.v[first], strlen(words.v[first]))) {
		check_run_words(a, options, where, &words, first + 1);
		return 1;
	}
	if (strcmp(words.v[first], "make"))
		return 0;
	for (size_t i = first + 1; i < words.n; i++)
		check_make_word(a, makefile, where, words.v[i]);
	return 1;
}

/* check the commands in a document, in blocks and in spans; returns their number */
static size_t
check_document(struct arena *a, const struct names *options, const char *makefile, const char *path)
{
	const char *text = docs_text(a, path);
	struct blocks blocks = markdown_blocks(a, text);
	struct names spans = {NULL, 0};
	size_t count = 0;

	for (size_t i = 0; i < blocks.n; i++) {
		size_t n;
		char **lines = text_lines(a, blocks.v[i].text, strlen(blocks.v[i].text), &n);

		for (size_t k = 0; k < n; k++)
			count += check_command(a, options, makefile,
					       arena_printf(a, "%s:%zu", path,
							    (size_t)blocks.v[i].line + k),
					       lines[k]);
	}
	markdown_spans(a, &spans, text);
	for (size_t i = 0; i < spans.n; i++) {
		const char *where = arena_printf(a, "%s, `%s`", path, spans.v[i]);

		if (text_starts(spans.v[i], "--"))
			check_option(a, options, where, *text_fields(a, spans.v[i], NULL));
		count += check_command(a, options, makefile, where, spans.v[i]);
	}
	return count;
}

void
test_docs_commands(void)
{
	struct arena a = {0};
	struct names options = {NULL, 0};
	const char *makefile = docs_text(&a, "Makefile");
	const char *page = docs_text(&a, "harness/docs/conform.1");
	size_t count = 0, n;
	char **man = text_lines(&a, page, strlen(page), &n);

	options_of_table(&a, &options);
	for (size_t i = 0; i < LENGTH(documents); i++)
		count += check_document(&a, &options, makefile, documents[i]);
	for (size_t i = 0; i < n; i++)
		count += check_command(&a, &options, makefile, "harness/docs/conform.1", man[i]);
	UNIT_CHECK(count > 10, "only %zu commands were found", count);
	arena_free(&a);
}
