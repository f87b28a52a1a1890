#include <string.h>

#include "../expr.h"
#include "../known.h"
#include "../util.h"
#include "rows.h"
#include "units.h"

static const char list[] = "# departures\n"
			   "\n"
			   "  skip     hang/*                 -- takes hours\n"
			   "fail\trtld/global-*  if py<3.11 && libc=glibc  -- flags ignored, "
			   "https://example.org/a--b\n"
			   "crash    rtld/*       if libc=glibc  -- -- dies\n"
			   "detail   */message                 -- says it otherwise\n"
			   "timeout  rtld/global-now           -- slow\n";

static void
test_parse(void)
{
	struct arena a = {0};
	struct errors e = {0};
	struct known k;

	row_check(__FILE__, __LINE__, !known_parse(&a, &k, "x.known", list, strlen(list), &e),
		  buf_str(&e.text));
	row_text(__FILE__, __LINE__, k.path, "x.known");
	row_check(__FILE__, __LINE__, k.n == 5, "number of lines");
	row_check(__FILE__, __LINE__, k.lines[0].kind == KNOWN_SKIP && k.lines[0].line == 3,
		  "skip");
	row_text(__FILE__, __LINE__, k.lines[0].glob, "hang/*");
	row_check(__FILE__, __LINE__, !k.lines[0].expr, "no expression");
	row_text(__FILE__, __LINE__, k.lines[0].reason, "takes hours");
	row_check(__FILE__, __LINE__, k.lines[1].kind == KNOWN_FAIL && k.lines[1].expr, "fail");
	row_text(__FILE__, __LINE__, k.lines[1].glob, "rtld/global-*");
	row_text(__FILE__, __LINE__, k.lines[1].reason,
		 "flags ignored, https://example.org/a--b");
	row_check(__FILE__, __LINE__, k.lines[2].kind == KNOWN_CRASH && k.lines[2].expr,
		  "crash");
	row_text(__FILE__, __LINE__, k.lines[2].reason, "-- dies");
	row_check(__FILE__, __LINE__, k.lines[3].kind == KNOWN_DETAIL, "detail");
	row_check(__FILE__, __LINE__, k.lines[4].kind == KNOWN_TIMEOUT, "timeout");
	errors_free(&e);
	arena_free(&a);
}

static void
test_find(void)
{
	static struct fact old[] = {{"py", "3.9.1"}, {"libc", "glibc-2.36"}};
	static struct fact new[] = {{"py", "3.12.1"}, {"libc", "glibc-2.36"}};
	static struct fact musl[] = {{"py", "3.9.1"}, {"libc", "musl-1.2"}};
	static const struct {
		int line;
		struct facts facts;
		const char *id;
		int found; /* line, 0 for none */
	} t[] = {
		{__LINE__, {old, 2}, "rtld/global-now", 4},
		{__LINE__, {new, 2}, "rtld/global-now", 5},
		{__LINE__, {musl, 2}, "rtld/global-now", 7},
		{__LINE__, {musl, 2}, "rtld/global", 0},
		{__LINE__, {old, 2}, "hang/x", 3},
		{__LINE__, {old, 2}, "xhang/x", 0},
		{__LINE__, {old, 2}, "any/message", 6},
		{__LINE__, {NULL, 0}, "rtld/x", 0},
	};
	struct arena a = {0};
	struct errors e = {0};
	struct known k;

	known_parse(&a, &k, "x", list, strlen(list), &e);
	for (size_t i = 0; i < LENGTH(t); i++) {
		const struct known_line *l = known_find(&k, t[i].id, &t[i].facts);

		row_check(__FILE__, t[i].line, (l ? l->line : 0) == t[i].found, t[i].id);
	}
	errors_free(&e);
	arena_free(&a);
}

static void
test_mistakes(void)
{
	static const struct {
		int line;
		const char *bytes, *mistakes;
	} t[] = {
		{__LINE__, "", ""},
		{__LINE__, "# only this\n", ""},
		{__LINE__, "fial a/b -- x\n",
		 "x:1: unknown kind 'fial'; did you mean 'fail'?\n"},
		{__LINE__, "broken a/b -- x\n",
		 "x:1: unknown kind 'broken'; there are detail fail timeout crash skip\n"},
		{__LINE__, "fail a/b\n",
		 "x:1: no reason; expected KIND CASE-GLOB [if EXPR] -- REASON\n"},
		{__LINE__, "fail a/b --x\n",
		 "x:1: no reason; expected KIND CASE-GLOB [if EXPR] -- REASON\n"
		 "x:1: '--x' behind the case; expected 'if EXPR' or '-- REASON'\n"},
		{__LINE__, "fail a/b --\n", "x:1: no reason behind '--'\n"},
		{__LINE__, "fail -- x\n", "x:1: no case; expected AREA/NAME or a glob\n"},
		{__LINE__, "-- x\n",
		 "x:1: unknown kind ''; there are detail fail timeout crash skip\n"
		 "x:1: no case; expected AREA/NAME or a glob\n"},
		{__LINE__, "fail a/b py<3 -- x\n",
		 "x:1: 'py<3' behind the case; expected 'if EXPR' or '-- REASON'\n"},
		{__LINE__, "\nfail a/b if -- x\n",
		 "x:2: if '': column 1: found the end where a fact, cap:NAME, '!' or '(' was "
		 "expected\n"},
		{__LINE__, "fail a/b if py -- x\n",
		 "x:1: if 'py': column 3: found the end where one of = != < <= > >= was "
		 "expected\n"},
		{__LINE__, "fail a/b -- x\nfail a/b if py<3 -- x\ncrash a/b -- y\n",
		 "x:3: 'a/b' is already in line 1\n"},
		{__LINE__, "fail a/b -- x", "x:1: no newline at the end of the file\n"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct errors e = {0};
		struct known k;
		int bad = known_parse(&a, &k, "x", t[i].bytes, strlen(t[i].bytes), &e);

		row_check(__FILE__, t[i].line, bad == (*t[i].mistakes ? -1 : 0), "result");
		row_text(__FILE__, t[i].line, buf_str(&e.text), t[i].mistakes);
		errors_free(&e);
		arena_free(&a);
	}
}

static void
mutate(const char *bytes, size_t len)
{
	static const struct facts facts = {NULL, 0};
	struct arena a = {0};
	struct errors e = {0};
	struct known k;
	int bad = known_parse(&a, &k, "x", bytes, len, &e);

	if (!bad != !e.n)
		row_check(__FILE__, __LINE__, false, "either lines or a mistake");
	known_find(&k, "rtld/global-now", &facts);
	errors_free(&e);
	arena_free(&a);
}

static void
test_mutate(void)
{
	rows_mutate(list, false, mutate);
}

void
unit_known(void)
{
	static const struct row_test tests[] = {
		{"parse", test_parse},
		{"find", test_find},
		{"mistakes", test_mistakes},
		{"mutate", test_mutate},
	};

	rows_suite("known", tests, LENGTH(tests));
}
