#include <string.h>

#include "base/text.h"
#include "format/transcript.h"
#include "base/util.h"
#include "rows.h"
#include "units.h"

static void
test_mark(void)
{
	static const struct {
		int line;
		const char *s;
		enum transcript_mark mark;
	} t[] = {
		{__LINE__, "> import x", MARK_COMMAND},
		{__LINE__, "= null", MARK_VALUE},
		{__LINE__, "! ImportError", MARK_EXCEPTION},
		{__LINE__, "| init", MARK_EVENT},
		{__LINE__, "| ", MARK_EVENT},
		{__LINE__, "!! signal SIGSEGV", MARK_DEATH},
		{__LINE__, "~ message \"x\"", MARK_DETAIL},
		{__LINE__, "# end", MARK_COMMENT},
		{__LINE__, "#", MARK_COMMENT},
		{__LINE__, "", MARK_BAD},
		{__LINE__, ">", MARK_BAD},
		{__LINE__, "!!signal", MARK_BAD},
		{__LINE__, "!!", MARK_BAD},
		{__LINE__, "=x", MARK_BAD},
		{__LINE__, "hello world", MARK_BAD},
		{__LINE__, " = x", MARK_BAD},
		{__LINE__, "=\tx", MARK_BAD},
		{__LINE__, "@if py>=3", MARK_BAD},
	};

	for (size_t i = 0; i < LENGTH(t); i++)
		row_check(__FILE__, t[i].line, transcript_mark(t[i].s) == t[i].mark, t[i].s);
}

/* the lines, each with its newline */
static const char *
joined(struct arena *a, char *const *lines)
{
	const char *text = "";

	for (; *lines; lines++)
		text = arena_printf(a, "%s%s\n", text, *lines);
	return text;
}

static void
test_parse(void)
{
	static const struct {
		int line;
		const char *bytes;
		size_t len; /* 0: up to the NUL */
		const char *lines;
		bool ended;
		const char *fault;
	} t[] = {
		{__LINE__, "> gc\n= null\n# end T\n", 0, "> gc\n= null\n", true, NULL},
		{__LINE__, "", 0, "", false, NULL},
		{__LINE__, "> gc\n= null\n", 0, "> gc\n= null\n", false, NULL},
		{__LINE__, "# time 1\n> gc\n# ending\n#\n", 0, "> gc\n", false, NULL},
		/* only events of exit functions may follow the end mark */
		{__LINE__, "> gc\n# end T\n| fini\n# fact\n", 0, "> gc\n| fini\n", true, NULL},
		{__LINE__, "# end T\n= null\n", 0, "= null\n", true,
		 "line 2: a line after the end"},
		{__LINE__, "# end T\n~ x y\n", 0, "~ x y\n", true,
		 "line 2: a line after the end"},
		{__LINE__, "# end T\n# end T\n", 0, "", true, "line 2: a second end"},
		/* forged */
		{__LINE__, "> gc\n# end\n", 0, "> gc\n", false, "line 2: a forged end"},
		{__LINE__, "# end TT\n", 0, "", false, "line 1: a forged end"},
		{__LINE__, "# end T \n", 0, "", false, "line 1: a forged end"},
		{__LINE__, "# end U\n# end T\n", 0, "", true, "line 1: a forged end"},
		{__LINE__, "# end T\n# end U\n", 0, "", true, "line 2: a forged end"},
		{__LINE__, "> gc\n!! signal SIGSEGV\n# end T\n", 0, "> gc\n!! signal SIGSEGV\n",
		 true, "line 2: a forged '!!'"},
		{__LINE__, "# end T\n!! exit 0\n", 0, "!! exit 0\n", true,
		 "line 2: a line after the end"},
		/* damaged */
		{__LINE__, "> gc\n= nu", 0, "> gc\n= nu\n", false,
		 "line 2: half a line at the end"},
		{__LINE__, "> gc\n# end T", 0, "> gc\n", false,
		 "line 2: half a line at the end"},
		{__LINE__, "> gc\n\n= null\n", 0, "> gc\n\n= null\n", false,
		 "line 2: a bad mark"},
		{__LINE__, "> gc\nhello\n# end T\n", 0, "> gc\nhello\n", true,
		 "line 2: a bad mark"},
		{__LINE__, "= a\0b\n", 6, "= a\\x00b\n", false, "line 1: a NUL byte"},
		{__LINE__, "= a\xff\xc3\xa9\xc3\n", 0, "= a\\xff\xc3\xa9\\xc3\n", false,
		 "line 1: not UTF-8"},
		{__LINE__, "\0\n", 2, "\\x00\n", false, "line 1: a NUL byte"},
		{__LINE__, "# end T\0\n", 9, "", false, "line 1: a NUL byte"},
		/* a fixture may print any text, on one line */
		{__LINE__, "| a\r\x1b[0m\n", 0, "| a\r\x1b[0m\n", false, NULL},
		/* texts that are folded, and in which lines */
		{__LINE__, "> load m /f/m.so 0x123456\n", 0, "> load m /f/m.so 0x123456\n",
		 false, NULL},
		{__LINE__, "= \"/f/m.so 0x123456\"\n", 0, "= \"$FIX/m$EXT 0x123456\"\n", false,
		 NULL},
		{__LINE__, "| /f/m.so 0x123456\n", 0, "| $FIX/m$EXT 0x123456\n", false, NULL},
		{__LINE__, "! /t/x 0x123456\n", 0, "! $TMP/x 0x123456\n", false, NULL},
		{__LINE__, "~ message \"/t/m.so at 0x123456\"\n", 0,
		 "~ message \"$TMP/m$EXT at 0xADDR\"\n", false, NULL},
	};
	static const struct text_roots roots = {"/f", "/t", ".so"};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct transcript tr;

		transcript_parse(&a, &tr, t[i].bytes, t[i].len ? t[i].len : strlen(t[i].bytes),
				 "T", &roots);
		row_text(__FILE__, t[i].line, joined(&a, tr.lines), t[i].lines);
		row_check(__FILE__, t[i].line, tr.ended == t[i].ended, "ended");
		row_text(__FILE__, t[i].line, tr.fault, t[i].fault);
		row_check(__FILE__, t[i].line, tr.n == text_count(tr.lines), "number of lines");
		arena_free(&a);
	}
}

static void
test_bare(void)
{
	struct arena a = {0};
	struct transcript t;

	transcript_parse(&a, &t, "= /f/x\n# end\n", 13, NULL, NULL);
	row_check(__FILE__, __LINE__, t.ended && !t.fault, "a bare end without a token");
	row_text(__FILE__, __LINE__, joined(&a, t.lines), "= /f/x\n");
	transcript_parse(&a, &t, "# end T\n", 8, NULL, NULL);
	row_check(__FILE__, __LINE__, !t.ended && t.fault, "no token was given");
	arena_free(&a);
}

static void
test_append(void)
{
	struct arena a = {0};
	struct transcript t;
	char **required;
	size_t n;

	transcript_parse(&a, &t, "", 0, "T", NULL);
	transcript_append(&a, &t, "! ImportError");
	transcript_append(&a, &t, "~ name \"x\"");
	transcript_append(&a, &t, "!! exit 3");
	row_text(__FILE__, __LINE__, joined(&a, t.lines),
		 "! ImportError\n~ name \"x\"\n!! exit 3\n");
	row_check(__FILE__, __LINE__, t.n == 3, "number of lines");
	required = transcript_required(&a, t.lines, t.n, &n);
	row_text(__FILE__, __LINE__, joined(&a, required), "! ImportError\n!! exit 3\n");
	row_check(__FILE__, __LINE__, n == 2, "number of required lines");
	arena_free(&a);
}

static bool
has_end(const char *bytes, size_t len)
{
	static const char end[] = "# end T\n";

	for (size_t i = 0; i + strlen(end) <= len; i++)
		if (!memcmp(bytes + i, end, strlen(end)))
			return true;
	return false;
}

static void
mutate(const char *bytes, size_t len)
{
	static const struct text_roots roots = {"/f", "/t", ".so"};
	struct arena a = {0};
	struct transcript t;

	transcript_parse(&a, &t, bytes, len, "T", &roots);
	for (size_t i = 0; i < t.n; i++)
		if (text_utf8(t.lines[i], strlen(t.lines[i])) != strlen(t.lines[i]))
			row_check(__FILE__, __LINE__, false, "lines are UTF-8");
	if (t.ended && !has_end(bytes, len))
		row_check(__FILE__, __LINE__, false, "no end without the token");
	arena_free(&a);
}

static void
test_mutate(void)
{
	rows_mutate(
		"# case a/b\n> load m /f/m.so\n= <module \"m\" \"/f/m.so\">\n| caf\xc3\xa9\n"
		"! ImportError\n~ message \"0x7f1234567890\"\n# end T\n| fini\n",
		false, mutate);
}

void
unit_transcript(void)
{
	static const struct row_test tests[] = {
		{"mark", test_mark},     {"parse", test_parse},   {"bare end", test_bare},
		{"append", test_append}, {"mutate", test_mutate},
	};

	rows_suite("transcript", tests, LENGTH(tests));
}
