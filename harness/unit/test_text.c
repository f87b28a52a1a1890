#include <signal.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "rows.h"
#include "units.h"

static void
test_glob(void)
{
	static const struct {
		int line;
		const char *glob, *s;
		bool match;
	} t[] = {
		{__LINE__, "", "", true},
		{__LINE__, "", "a", false},
		{__LINE__, "a", "", false},
		{__LINE__, "*", "", true},
		{__LINE__, "*", "rtld/global", true},
		{__LINE__, "rtld/*", "rtld/global", true},
		{__LINE__, "rtld/*", "rtl/global", false},
		{__LINE__, "*/global-*", "rtld/global-now", true},
		{__LINE__, "a*b*c", "aXbXbXc", true},
		{__LINE__, "a*b*c", "aXcXb", false},
		{__LINE__, "**a**", "bab", true},
		{__LINE__, "a?c", "abc", true},
		{__LINE__, "a?c", "ac", false},
		{__LINE__, "[a-c]x", "bx", true},
		{__LINE__, "[a-c]x", "dx", false},
		{__LINE__, "[!a-c]x", "dx", true},
		{__LINE__, "[^a-c]x", "bx", false},
		{__LINE__, "[]x]", "]", true},
		{__LINE__, "[!]x]", "]", false},
		{__LINE__, "[a-]", "-", true},
		{__LINE__, "[a-]", "b", false},
		{__LINE__, "[", "[", true},
		{__LINE__, "[a", "[a", true},
		{__LINE__, "[!", "[!", true},
		{__LINE__, "[]", "[]", true},
		{__LINE__, "[!]", "[!]", true},
		{__LINE__, "*[0-9]", "a1b2", true},
		{__LINE__, "*[0-9]", "a1b", false},
		{__LINE__, "[a]", "", false},
	};

	for (size_t i = 0; i < LENGTH(t); i++)
		row_check(__FILE__, t[i].line, text_glob(t[i].glob, t[i].s) == t[i].match,
			  t[i].glob);
}

static void
test_ends(void)
{
	row_check(__FILE__, __LINE__, text_starts("abc", "ab") && text_starts("abc", ""),
		  "starts");
	row_check(__FILE__, __LINE__, !text_starts("ab", "abc"), "shorter");
	row_check(__FILE__, __LINE__, text_ends("abc", "bc") && text_ends("bc", "bc"), "ends");
	row_check(__FILE__, __LINE__, !text_ends("bc", "abc"), "shorter");
}

static void
test_long(void)
{
	static const struct {
		int line;
		const char *s;
		bool ok;
		long value;
	} t[] = {
		{__LINE__, "0", true, 0},     {__LINE__, "-5", true, -5},
		{__LINE__, "100", true, 100}, {__LINE__, "101", false, 0},
		{__LINE__, "-6", false, 0},   {__LINE__, "", false, 0},
		{__LINE__, "-", false, 0},    {__LINE__, "+5", false, 0},
		{__LINE__, " 5", false, 0},   {__LINE__, "5 ", false, 0},
		{__LINE__, "5x", false, 0},   {__LINE__, "0x5", false, 0},
		{__LINE__, "010", true, 10},
		{__LINE__, "9", true, 9},
		{__LINE__, ":", false, 0},
		{__LINE__, "/", false, 0},  {__LINE__, "99999999999999999999", false, 0},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		long value = 0;

		row_check(__FILE__, t[i].line, text_long(t[i].s, -5, 100, &value) == t[i].ok,
			  t[i].s);
		row_check(__FILE__, t[i].line, value == t[i].value, t[i].s);
	}
}

static void
test_seconds(void)
{
	static const struct {
		int line;
		const char *s;
		bool ok;
		double value;
	} t[] = {
		{__LINE__, "2", true, 2},      {__LINE__, "0.5", true, 0.5},
		{__LINE__, "0.1", true, 0.1},  {__LINE__, "2.675", true, 2.675},
		{__LINE__, "1.0", true, 1},    {__LINE__, "90.90625", true, 90.90625},
		{__LINE__, "0", true, 0},      {__LINE__, "12.25", true, 12.25},
		{__LINE__, "", false, 0},      {__LINE__, ".5", false, 0},
		{__LINE__, "5.", false, 0},    {__LINE__, "-1", false, 0},
		{__LINE__, "+1", false, 0},    {__LINE__, "1e3", false, 0},
		{__LINE__, "1.2.3", false, 0}, {__LINE__, " 1", false, 0},
		{__LINE__, "1s", false, 0},    {__LINE__, "inf", false, 0},
		{__LINE__, "nan", false, 0},   {__LINE__, "99999999999", false, 0},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		double value = 0;

		row_check(__FILE__, t[i].line, text_seconds(t[i].s, &value) == t[i].ok, t[i].s);
		row_check(__FILE__, t[i].line, value >= t[i].value && value <= t[i].value,
			  t[i].s);
	}
}

static void
test_utf8(void)
{
	static const struct {
		int line;
		const char *s;
		size_t len, valid;
	} t[] = {
		{__LINE__, "", 0, 0},
		{__LINE__, "abc", 3, 3},
		{__LINE__, "a\0b", 3, 3},
		{__LINE__, "\xc3\xa9", 2, 2},
		{__LINE__, "a\xc3", 2, 1},
		{__LINE__, "\xc3z", 2, 0},
		{__LINE__, "\xe2\x82\xac!", 4, 4},
		{__LINE__, "\xe2\x82", 2, 0},
		{__LINE__, "\xf0\x9f\x98\x80", 4, 4},
		{__LINE__, "\xf4\x8f\xbf\xbf", 4, 4},
		{__LINE__, "\xf4\x90\x80\x80", 4, 0},
		{__LINE__, "\xf8\x88\x80\x80\x80", 5, 0},
		{__LINE__, "\xc0\x80", 2, 0},
		{__LINE__, "\xc1\xbf", 2, 0},
		{__LINE__, "\xe0\x9f\xbf", 3, 0},
		{__LINE__, "\xf0\x8f\xbf\xbf", 4, 0},
		{__LINE__, "\xed\x9f\xbf", 3, 3},
		{__LINE__, "\xed\xa0\x80", 3, 0},
		{__LINE__, "\x80", 1, 0},
		{__LINE__, "\xff", 1, 0},
	};

	for (size_t i = 0; i < LENGTH(t); i++)
		row_check(__FILE__, t[i].line, text_utf8(t[i].s, t[i].len) == t[i].valid,
			  t[i].s);
}

static void
test_unknown(void)
{
	static const char *const names[] = {"import", "interp", "interp", "gc", NULL};
	static const struct {
		int line;
		const char *word, *text;
	} t[] = {
		{__LINE__, "inport", "unknown verb 'inport'; did you mean 'import'?"},
		{__LINE__, "imprt", "unknown verb 'imprt'; did you mean 'import'?"},
		{__LINE__, "interpreter",
		 "unknown verb 'interpreter'; there are import interp gc"},
		{__LINE__, "imptor", "unknown verb 'imptor'; did you mean 'import'?"},
		{__LINE__, "gx", "unknown verb 'gx'; did you mean 'gc'?"},
		{__LINE__, "z", "unknown verb 'z'; there are import interp gc"},
		{__LINE__, "", "unknown verb ''; there are import interp gc"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};

		row_text(__FILE__, t[i].line, text_unknown(&a, "verb", t[i].word, names),
			 t[i].text);
		arena_free(&a);
	}
}

/* the items of a NULL-terminated list, each followed by a bar */
static const char *
joined(struct arena *a, char *const *list)
{
	const char *text = "";

	for (; list && *list; list++)
		text = arena_printf(a, "%s%s|", text, *list);
	return text;
}

static void
test_words(void)
{
	static const struct {
		int line;
		const char *command;
		const char *words; /* NULL: an error, with this reason */
		const char *why;
	} t[] = {
		{__LINE__, "", "", NULL},
		{__LINE__, " \t ", "", NULL},
		{__LINE__, "import x", "import|x|", NULL},
		{__LINE__, "\ta  b\t", "a|b|", NULL},
		{__LINE__, "m \"a b\"", "m|\"a b\"|", NULL},
		{__LINE__, "m \"a\\\" b\\\\\" c", "m|\"a\\\" b\\\\\"|c|", NULL},
		{__LINE__, "c x.f [1, \"]\", {\"a\": [ ]}] {}",
		 "c|x.f|[1, \"]\", {\"a\": [ ]}]|{}|", NULL},
		{__LINE__, "c [1e3, 9e-9, 90]", "c|[1e3, 9e-9, 90]|", NULL},
		{__LINE__, "c 9 [9]", "c|9|[9]|", NULL},
		{__LINE__, "c [-1.5e+3,0,true,false,null]", "c|[-1.5e+3,0,true,false,null]|",
		 NULL},
		{__LINE__, "c \"\\u0000\\ud800\"", "c|\"\\u0000\\ud800\"|", NULL},
		{__LINE__, "a\"b c\"", "a\"b|c\"|", NULL},
		{__LINE__, "m \"a b", NULL,
		 "word 2 has a JSON string that does not end: \"a b"},
		{__LINE__, "m \"a\\\"", NULL, "a JSON string that does not end"},
		{__LINE__, "m \"a\"b", NULL, "text right behind a JSON word: \"a\"b"},
		{__LINE__, "m [1", NULL, "a JSON list that does not end"},
		{__LINE__, "m [1 2]", NULL, "a JSON list that does not end"},
		{__LINE__, "m [1,", NULL, "JSON that does not end"},
		{__LINE__, "m [1,]", NULL, "text that is not a JSON value"},
		{__LINE__, "m [01]", NULL, "a JSON list"},
		{__LINE__, "m [1.]", NULL, "JSON number"},
		{__LINE__, "m [-]", NULL, "a bad JSON number"},
		{__LINE__, "m [1e]", NULL, "JSON number"},
		{__LINE__, "m {", NULL, "member's name"},
		{__LINE__, "m {a: 1}", NULL, "member's name"},
		{__LINE__, "m {\"a\" 1}", NULL, "without ':'"},
		{__LINE__, "m {\"a\": 1", NULL, "a JSON object that does not end"},
		{__LINE__, "m \"\\x41\"", NULL, "a bad \\ in a JSON string"},
		{__LINE__, "m \"\\u12\"", NULL, "four hex digits"},
		{__LINE__, "m \"\\", NULL, "a bad \\"},
		{__LINE__, "m \"a\tb\"", NULL, "a control byte in a JSON string"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		const char *why = NULL;
		size_t n = 0, count = 0;
		char **words = text_words(&a, t[i].command, &n, &why);

		if (t[i].words) {
			row_check(__FILE__, t[i].line, words != NULL, why);
			row_text(__FILE__, t[i].line, joined(&a, words), t[i].words);
			while (words && words[count])
				count++;
			row_check(__FILE__, t[i].line, n == count, "number of words");
		} else {
			row_check(__FILE__, t[i].line, !words, t[i].command);
			row_contains(__FILE__, t[i].line, why, t[i].why);
		}
		arena_free(&a);
	}
}

static void
test_words_deep(void)
{
	struct arena a = {0};
	struct buf b = {0};
	const char *why = NULL;
	size_t n;

	for (int i = 0; i < 100000; i++)
		buf_putc(&b, '[');
	row_check(__FILE__, __LINE__, !text_words(&a, b.p, &n, &why), "too deep");
	row_contains(__FILE__, __LINE__, why, "JSON nested too deeply");
	buf_free(&b);
	arena_free(&a);
}

static void
test_lines(void)
{
	struct arena a = {0};
	size_t n;

	row_text(__FILE__, __LINE__, joined(&a, text_fields(&a, " a \t b", &n)), "a|b|");
	row_check(__FILE__, __LINE__, n == 2, "fields");
	row_text(__FILE__, __LINE__, joined(&a, text_fields(&a, "", NULL)), "");
	row_text(__FILE__, __LINE__, joined(&a, text_lines(&a, "a\n\n b\n", 6, &n)), "a|| b|");
	row_check(__FILE__, __LINE__, n == 3, "lines");
	row_text(__FILE__, __LINE__, joined(&a, text_lines(&a, "a\nb", 3, &n)), "a|b|");
	row_text(__FILE__, __LINE__, joined(&a, text_lines(&a, "", 0, &n)), "");
	row_check(__FILE__, __LINE__, n == 0, "no lines");
	arena_free(&a);
}

static void
test_check(void)
{
	static const struct {
		int line;
		const char *bytes;
		size_t len;
		const char *mistake;
	} t[] = {
		{__LINE__, "", 0, ""},
		{__LINE__, "a\tb\n\xc3\xa9\n", 7, ""},
		{__LINE__, "a\nb", 3, "x:2: no newline at the end of the file\n"},
		{__LINE__, "a\n\xff\n", 4, "x:2: byte 0xff is not UTF-8\n"},
		{__LINE__, "a\n\n\xe2\x82", 5, "x:3: byte 0xe2 is not UTF-8\n"},
		{__LINE__, "a\0\n", 3, "x:1: control byte 0x00; expected text\n"},
		{__LINE__, "a\n\x1b\n", 4, "x:2: control byte 0x1b; expected text\n"},
		{__LINE__, "a\r\n", 3,
		 "control byte 0x0d; expected text whose lines end with a line feed"},
		{__LINE__,
		 "\xef\xbb\xbf"
		 "a\n",
		 5, "x:1: a byte order mark"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct errors e = {0};
		bool clean = text_check("x", t[i].bytes, t[i].len, &e);

		row_check(__FILE__, t[i].line, clean == !*t[i].mistake && e.n == !clean,
			  "one mistake");
		row_contains(__FILE__, t[i].line, buf_str(&e.text), t[i].mistake);
		errors_free(&e);
	}
}

static void
test_signal(void)
{
	static const struct {
		int line;
		int sig;
		const char *name;
	} t[] = {
		{__LINE__, SIGSEGV, "SIGSEGV"},
		{__LINE__, SIGABRT, "SIGABRT"},
		{__LINE__, SIGKILL, "SIGKILL"},
		{__LINE__, SIGFPE, "SIGFPE"},
		{__LINE__, SIGXCPU, "SIGXCPU"},
		{__LINE__, 63, "SIG63"},
		{__LINE__, -2147483647 - 1, "SIG-2147483648"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		char scratch[16];

		row_text(__FILE__, t[i].line, text_signal(t[i].sig, scratch), t[i].name);
	}
}

static void
mutate_words(const char *bytes, size_t len)
{
	struct arena a = {0};
	const char *why = NULL;
	size_t n;

	(void)len;
	if (!text_words(&a, bytes, &n, &why) && !why)
		row_check(__FILE__, __LINE__, false, "either words or a reason");
	text_glob(bytes, "call x.f");
	arena_free(&a);
}

static void
test_replace(void)
{
	static const struct {
		int line;
		const char *s, *from, *to, *want;
	} t[] = {
		{__LINE__, "a/b/a", "a", "xy", "xy/b/xy"}, {__LINE__, "aaa", "aa", "b", "ba"},
		{__LINE__, "abc", "d", "x", "abc"},        {__LINE__, "", "a", "x", ""},
		{__LINE__, "aab", "a", "", "b"},
	};
	struct arena a = {0};

	for (size_t i = 0; i < LENGTH(t); i++)
		row_text(__FILE__, t[i].line, text_replace(&a, t[i].s, t[i].from, t[i].to),
			 t[i].want);
	arena_free(&a);
}

static void
test_parts(void)
{
	row_text(__FILE__, __LINE__, text_base("a/b.c"), "b.c");
	row_text(__FILE__, __LINE__, text_base("b.c"), "b.c");
	row_text(__FILE__, __LINE__, text_base("a/"), "");
	row_check(__FILE__, __LINE__, text_line_feeds("a\n\nb") == 2 && !text_line_feeds(""),
		  "line feeds");
}

static void
test_mutate(void)
{
	rows_mutate("call x.f [1, -2.5e3, {\"a\": null}] \"\\u00e9 \\n\" [[true], [a-z]]", true,
		    mutate_words);
}

void
unit_text(void)
{
	static const struct row_test tests[] = {
		{"glob", test_glob},       {"ends", test_ends},       {"long", test_long},
		{"seconds", test_seconds}, {"utf8", test_utf8},       {"unknown", test_unknown},
		{"words", test_words},     {"deep", test_words_deep}, {"lines", test_lines},
		{"check", test_check},     {"signal", test_signal},   {"mutate", test_mutate},
		{"replace", test_replace}, {"parts", test_parts},
	};

	rows_suite("text", tests, LENGTH(tests));
	unit_text_output();
}
