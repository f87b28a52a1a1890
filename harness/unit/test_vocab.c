/* Tests the closed sets of words: messages about typos, and the same words in FORMAT.md. */
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/vocab.h"
#include "rows.h"
#include "units.h"

static void
test_unknown(void)
{
	static const struct {
		int line;
		enum vocab vocab;
		const char *word;
		const char *why; /* NULL: the word is known */
	} t[] = {
		{__LINE__, VOCAB_CAP, "fork", NULL},
		{__LINE__, VOCAB_CAP, "frok", "unknown capability 'frok'; did you mean 'fork'?"},
		{__LINE__, VOCAB_CAP, "", "unknown capability ''; there are native fork"},
		{__LINE__, VOCAB_CAP, "native fork", "unknown capability 'native fork'; "},
		{__LINE__, VOCAB_IMPL, "pypi", "'pypi'; did you mean 'pypy'?"},
		{__LINE__, VOCAB_LIBC, "musl", NULL},
		{__LINE__, VOCAB_ARCH, "aarch46", "did you mean 'aarch64'?"},
		{__LINE__, VOCAB_TAG, "protocl", "unknown tag 'protocl'; did you mean 'protocol'?"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		const char *why = vocab_unknown(&a, t[i].vocab, t[i].word);

		row_check(__FILE__, t[i].line, !why == !t[i].why, t[i].word);
		row_check(__FILE__, t[i].line, vocab_has(t[i].vocab, t[i].word) == !why,
			  t[i].word);
		if (t[i].why)
			row_contains(__FILE__, t[i].line, why, t[i].why);
		arena_free(&a);
	}
}

/* no name appears twice, and each has an explanation of one line */
static void
test_words(void)
{
	for (int v = VOCAB_CAP; v <= VOCAB_FACT; v++) {
		const struct vocab_word *words = vocab_words((enum vocab)v);

		for (size_t i = 0; words[i].name; i++) {
			UNIT_CHECK(words[i].says && *words[i].says && !strchr(words[i].says, '\n'),
				   "%s", words[i].name);
			for (size_t k = 0; k < i; k++)
				UNIT_CHECK(strcmp(words[i].name, words[k].name), "twice: %s",
					   words[i].name);
		}
	}
}

/* the rows "| `NAME` | SAYS |" below the line that begins with head */
static const char *
rows_below(const char *text, const char *head)
{
	const char *p = strstr(text, head);

	p = p ? strstr(p, "|---|---|\n") : NULL;
	return p ? p + strlen("|---|---|\n") : "";
}

/* FORMAT.md has exactly the words of v, with their explanations, in the same order */
static void
check_table(struct arena *a, const char *format, const char *head, enum vocab v)
{
	const char *p = rows_below(format, head);

	for (const struct vocab_word *w = vocab_words(v); w->name; w++) {
		const char *row = arena_printf(a, "| `%s` | %s |\n", w->name, w->says);

		UNIT_CHECK(text_starts(p, row), "FORMAT.md, %s: expected %s", head, row);
		p += strcspn(p, "\n");
		p += *p == '\n';
	}
	UNIT_CHECK(*p == '\n', "FORMAT.md, %s: a word that is none: %.60s", head, p);
}

/* FORMAT.md has the names of v in one list after lead */
static void
check_list(struct arena *a, const char *format, const char *lead, enum vocab v)
{
	const char *list = lead;

	for (const struct vocab_word *w = vocab_words(v); w->name; w++)
		list = arena_printf(a, "%s%s%s", list, w == vocab_words(v) ? "" : " ", w->name);
	UNIT_CHECK(strstr(format, arena_printf(a, "%s`", list)) != NULL, "FORMAT.md: expected %s",
		   list);
}

static void
test_format(void)
{
	struct arena a = {0};
	struct buf format = {0};

	UNIT_CHECK(!file_read("harness/FORMAT.md", &format), "FORMAT.md cannot be read");
	check_table(&a, buf_str(&format), "| capability |", VOCAB_CAP);
	check_table(&a, buf_str(&format), "| tag |", VOCAB_TAG);
	check_table(&a, buf_str(&format), "| fact | tells |", VOCAB_FACT);
	check_list(&a, buf_str(&format), "| `impl` | `", VOCAB_IMPL);
	check_list(&a, buf_str(&format), "| `libc` | `", VOCAB_LIBC);
	check_list(&a, buf_str(&format), "| `arch` | `", VOCAB_ARCH);
	buf_free(&format);
	arena_free(&a);
}

void
unit_vocab(void)
{
	static const struct row_test tests[] = {
		{"unknown words", test_unknown},
		{"words", test_words},
		{"FORMAT.md", test_format},
	};

	rows_suite("vocab", tests, LENGTH(tests));
}
