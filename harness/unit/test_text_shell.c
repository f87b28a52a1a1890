#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "rows.h"
#include "units.h"

/* the words of a line, each in angle brackets; or the error */
static const char *
split(struct arena *a, const char *line)
{
	const char *why = "no reason", *text;
	char **words = text_shell_words(a, line, &why);
	struct buf b = {0};

	if (!words)
		return why;
	for (; *words; words++)
		buf_printf(&b, "<%s>", *words);
	text = arena_strdup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

static void
test_split(void)
{
	static const struct {
		const char *line, *words;
		int row;
	} t[] = {
		{"", "", __LINE__},
		{" \t\n ", "", __LINE__},
		{"python3", "<python3>", __LINE__},
		{"  env X=1\tpython3  -X dev\n", "<env><X=1><python3><-X><dev>", __LINE__},
		{"'/a b/python' -S", "</a b/python><-S>", __LINE__},
		{"\"/a b/python\" ''", "</a b/python><>", __LINE__},
		{"/a\\ b/python", "</a b/python>", __LINE__},
		{"a'b'\"c\"d", "<abcd>", __LINE__},
		{"'a\\b\"c'", "<a\\b\"c>", __LINE__},
		{"\"a\\\"b\\\\c\\d'\"", "<a\"b\\c\\d'>", __LINE__},
		{"\\'a \\\"b", "<'a><\"b>", __LINE__},
		{"\"\\$x\\`\" $HOME ~ * #x ; | >f", "<$x`><$HOME><~><*><#x><;><|><>f>", __LINE__},
		{"a\\\nb \"c\\\nd\" 'e\nf'", "<ab><cd><e\nf>", __LINE__},
		{"\xc3\xa4 '\xff'", "<\xc3\xa4><\xff>", __LINE__},
		{"python 'a", "the quote ' is not closed: 'a", __LINE__},
		{"\"a'", "the quote \" is not closed: \"a'", __LINE__},
		{"\"a\\", "the quote \" is not closed: \"a\\", __LINE__},
		{"a\\", "there is nothing behind the last backslash", __LINE__},
	};
	struct arena a = {0};

	for (size_t i = 0; i < LENGTH(t); i++)
		row_text(__FILE__, t[i].row, split(&a, t[i].line), t[i].words);
	arena_free(&a);
}

/* text_shell's quoted word is split back into the same word */
static void
test_round(void)
{
	static const char *const words[] = {
		"", "a", "a b", "'", "''", "\"", "\\", "a'b\"c\\d", "$x", "~", "\n", "\xff", "-",
	};
	struct arena a = {0};

	for (size_t i = 0; i < LENGTH(words); i++) {
		struct buf b = {0};

		text_shell(&b, words[i]);
		row_text(__FILE__, __LINE__, split(&a, buf_str(&b)),
			 arena_printf(&a, "<%s>", words[i]));
		buf_free(&b);
	}
	arena_free(&a);
}

static void
split_bytes(const char *bytes, size_t len)
{
	struct arena a = {0};
	const char *why;

	(void)len;
	text_shell_words(&a, bytes, &why);
	arena_free(&a);
}

static void
test_mutated(void)
{
	rows_mutate("env 'a b' \"c\\\"d\" e\\ f", true, split_bytes);
}

void
unit_text_shell(void)
{
	static const struct row_test tests[] = {
		{"a command line is split into words", test_split},
		{"quoted and split again", test_round},
		{"anything", test_mutated},
	};

	rows_suite("text shell", tests, LENGTH(tests));
}
