#include <string.h>

#include "format/expr.h"
#include "format/known.h"
#include "base/text.h"
#include "base/util.h"
#include "rows.h"
#include "units.h"

static const char list[] = "# departures\n"
			   "\n"
			   "  skip     hang/*  until=2026-01-31    -- takes hours\n"
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
	row_check(__FILE__, __LINE__, k.n == 5, "number of lines");
	row_text(__FILE__, __LINE__, k.lines[0].path, "x.known");
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

/* in a user's list a loader can have any name, a capability cannot */
static void
test_own(void)
{
	static const char mine[] = "fail a/b if impl>=mine-1 -- x\n";
	static const char typo[] = "fail a/b if cap:frok -- x\n";
	struct arena a = {0};
	struct errors e = {0};
	struct known k;

	row_check(__FILE__, __LINE__, !known_parse_own(&a, &k, "x", mine, strlen(mine), &e),
		  buf_str(&e.text));
	row_check(__FILE__, __LINE__, k.n == 1, "one line");
	known_parse(&a, &k, "x", mine, strlen(mine), &e);
	known_parse_own(&a, &k, "x", typo, strlen(typo), &e);
	row_text(__FILE__, __LINE__, buf_str(&e.text),
		 "x:1: if 'impl>=mine-1': column 7: unknown implementation 'mine'; there are "
		 "cpython pypy graalpy rustpython cinder pyston ironpython jython micropython\n"
		 "x:1: if 'cap:frok': column 1: unknown capability 'frok'; did you mean "
		 "'fork'?\n");
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
		int found; /* the line that matches, 0 for none */
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
		 "x:1: no reason; expected KIND CASE-GLOB [if EXPR] [until=YYYY-MM-DD] -- "
		 "REASON\n"},
		{__LINE__, "fail a/b --x\n",
		 "x:1: no reason; expected KIND CASE-GLOB [if EXPR] [until=YYYY-MM-DD] -- "
		 "REASON\n"
		 "x:1: '--x' behind the case; expected [if EXPR] [until=YYYY-MM-DD] -- "
		 "REASON\n"},
		{__LINE__, "fail a/b --\n", "x:1: no reason behind '--'\n"},
		{__LINE__, "fail -- x\n", "x:1: no case; expected AREA/NAME or a glob\n"},
		{__LINE__, "-- x\n",
		 "x:1: unknown kind ''; there are detail fail timeout crash skip\n"
		 "x:1: no case; expected AREA/NAME or a glob\n"},
		{__LINE__, "fail a/b py<3 -- x\n",
		 "x:1: 'py<3' behind the case; expected [if EXPR] [until=YYYY-MM-DD] -- "
		 "REASON\n"},
		{__LINE__, "\nfail a/b if -- x\n",
		 "x:2: if '': column 1: found the end where a fact, cap:NAME, '!' or '(' was "
		 "expected\n"},
		{__LINE__, "fail a/b if py -- x\n",
		 "x:1: if 'py': column 3: found the end where one of = != < <= > >= was "
		 "expected\n"},
		{__LINE__, "fail a/b -- x\nfail a/b if py<3 -- x\ncrash a/b -- y\n",
		 "x:3: 'a/b' is already in line 1\n"},
		{__LINE__, "fail a/b -- x", "x:1: no newline at the end of the file\n"},
		{__LINE__, "fail a/b until=2026-02-30 -- x\n",
		 "x:1: 'until=2026-02-30': expected an existing day, as until=YYYY-MM-DD\n"},
		{__LINE__, "fail a/b until= -- x\n",
		 "x:1: 'until=': expected an existing day, as until=YYYY-MM-DD\n"},
		{__LINE__, "fail a/b until=2026-01-01 if py<3 -- x\n",
		 "x:1: 'until=2026-01-01 if py<3' behind the case; expected [if EXPR] "
		 "[until=YYYY-MM-DD] -- REASON\n"},
		{__LINE__, "fail a/b if until=2026-01-01 -- x\n",
		 "x:1: if '': column 1: found the end where a fact, cap:NAME, '!' or '(' was "
		 "expected\n"},
		{__LINE__, "fail a/b until=2026-01-01 -- x\nfail a/b -- for good\n", ""},
		{__LINE__, "fail a/b until=2026-01-01 -- x\nfail a/b until=2026-01-02 -- y\n", ""},
		{__LINE__, "fail a/b until=2026-01-02 -- x\nfail a/b until=2026-01-01 -- y\n",
		 "x:2: 'a/b' is already in line 1\n"},
		{__LINE__, "fail a/b -- for good\nfail a/b until=2026-01-01 -- x\n",
		 "x:2: 'a/b' is already in line 1\n"},
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
test_date(void)
{
	static const struct {
		int line;
		const char *s;
		bool ok;
	} t[] = {
		{__LINE__, "2026-01-31", true},  {__LINE__, "2024-02-29", true},
		{__LINE__, "2000-02-29", true},  {__LINE__, "9999-12-31", true},
		{__LINE__, "2026-02-29", false}, {__LINE__, "1900-02-29", false},
		{__LINE__, "2026-04-31", false}, {__LINE__, "2026-00-10", false},
		{__LINE__, "2026-13-10", false}, {__LINE__, "2026-01-00", false},
		{__LINE__, "0000-01-01", false}, {__LINE__, "2026-1-01", false},
		{__LINE__, "2026-01-011", false}, {__LINE__, "2026-01-1", false},
		{__LINE__, "26-01-01", false},   {__LINE__, "2026/01/01", false},
		{__LINE__, "", false},           {__LINE__, "-026-01-01", false},
	};

	for (size_t i = 0; i < LENGTH(t); i++)
		row_check(__FILE__, t[i].line, text_date(t[i].s) == t[i].ok, t[i].s);
}

/* a line counts on its last day, but not on the next */
static void
test_until(void)
{
	static const char bytes[] =
		"fail a/b if py<4 until=2026-02-28 -- first\n"
		"crash a/* until=2026-12-31 -- second\n"
		"detail a/b -- third\n";
	static const struct {
		int line;
		const char *today, *reason;
	} t[] = {
		{__LINE__, "2026-02-27", "first"},  {__LINE__, "2026-02-28", "first"},
		{__LINE__, "2026-03-01", "second"}, {__LINE__, "2026-12-31", "second"},
		{__LINE__, "2027-01-01", "third"},
	};
	static struct fact py[] = {{"py", "3.9.1"}};
	const struct facts facts = {py, 1};
	struct arena a = {0};
	struct errors e = {0};
	struct known k;

	known_parse(&a, &k, "x", bytes, strlen(bytes), &e);
	row_text(__FILE__, __LINE__, buf_str(&e.text), "");
	row_text(__FILE__, __LINE__, k.lines[0].until, "2026-02-28");
	row_text(__FILE__, __LINE__, k.lines[0].when, "py<4");
	row_text(__FILE__, __LINE__, k.lines[2].until, NULL);
	for (size_t i = 0; i < LENGTH(t); i++) {
		known_expire(&k, t[i].today);
		row_text(__FILE__, t[i].line, known_find(&k, "a/b", &facts)->reason, t[i].reason);
	}
	errors_free(&e);
	arena_free(&a);
}

/* of several lists the first comes first, and each line keeps its list */
static void
test_append(void)
{
	static const char mine[] = "fail a/b -- mine\n", own[] = "# its own\ncrash a/* -- own\n";
	static const struct facts facts = {NULL, 0};
	struct arena a = {0};
	struct errors e = {0};
	struct known all = {0}, k;

	known_parse(&a, &k, "mine.known", mine, strlen(mine), &e);
	known_append(&a, &all, &k);
	known_parse(&a, &k, "own.known", own, strlen(own), &e);
	known_append(&a, &all, &k);
	row_text(__FILE__, __LINE__, known_find(&all, "a/b", &facts)->path, "mine.known");
	row_text(__FILE__, __LINE__, known_find(&all, "a/c", &facts)->path, "own.known");
	row_check(__FILE__, __LINE__, known_find(&all, "a/c", &facts)->line == 2, "line");
	errors_free(&e);
	arena_free(&a);
}

/* the first line that counts is found, be its glob the id or a pattern, among many lines */
static void
test_many(void)
{
	static const struct {
		int line;
		const char *id, *reason;
	} t[] = {
		{__LINE__, "a/c0", "0"},     {__LINE__, "a/c2999", "2999"},
		{__LINE__, "b/x", "any b"},  {__LINE__, "b/y", "y itself"},
		{__LINE__, "a/c7", "7"},     {__LINE__, "a/c3001", "any c3"},
		{__LINE__, "c/twice", "now"},
	};
	static const struct facts facts = {NULL, 0};
	struct arena a = {0};
	struct errors e = {0};
	struct buf b = {0};
	struct known k;

	buf_puts(&b, "fail c/twice if py>=99 -- then\nfail b/y -- y itself\nfail b/* -- any b\n"
		 "fail b/x -- x itself\n");
	for (int i = 0; i < 3000; i++)
		buf_printf(&b, "fail a/c%d -- %d\n", i, i);
	buf_puts(&b, "fail a/c3* -- any c3\nfail a/c7 -- no more\nfail c/twice -- now\n");
	/* the second line for a/c7 is a mistake, and no other one */
	CU_ASSERT(known_parse(&a, &k, "x", b.p, b.len, &e) == -1);
	row_text(__FILE__, __LINE__, buf_str(&e.text), "x:3006: 'a/c7' is already in line 12\n");
	for (size_t i = 0; i < LENGTH(t); i++)
		row_text(__FILE__, t[i].line, known_find(&k, t[i].id, &facts)->reason, t[i].reason);
	CU_ASSERT(!known_find(&k, "a/d", &facts));
	buf_free(&b);
	errors_free(&e);
	arena_free(&a);
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
		{"a user's own", test_own},
		{"find", test_find},
		{"date", test_date},
		{"until", test_until},
		{"append", test_append},
		{"many lines", test_many},
		{"mistakes", test_mistakes},
		{"mutate", test_mutate},
	};

	rows_suite("known", tests, LENGTH(tests));
}
