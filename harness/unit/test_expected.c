#include <string.h>

#include "format/expected.h"
#include "format/expr.h"
#include "base/util.h"
#include "rows.h"
#include "units.h"

static struct fact new_facts[] = {{"py", "3.13.0"}, {"impl", "cpython-3.13.0"}, {"gil", "1"}};
static struct fact old_facts[] = {{"py", "3.8.18"}, {"impl", "pypy-7.3.11"}};
static const struct facts new_target = {new_facts, LENGTH(new_facts)};
static const struct facts old_target = {old_facts, LENGTH(old_facts)};

static const char guarded[] = "# about\n"
			      "> import x\n"
			      "\n"
			      "# why: chained since 3.12, https://example.org\n"
			      "@if py>=3.12\n"
			      "= new\n"
			      "@elif py>=3.9\n"
			      "= middle\n"
			      "@else\n"
			      "= old\n"
			      "@end\n"
			      "@if impl=pypy\n"
			      "~ message \"pypy\"\n"
			      "@end\n"
			      "@if gil=1 && impl!=pypy\n"
			      "# inside\n"
			      "~ message \"x\"\n"
			      "~ path \"y\"\n"
			      "@end\n"
			      "!! exit 3\n";

static void
check_lines(int line, const struct facts *facts, const char *want, const char *want_numbers)
{
	struct arena a = {0};
	struct errors e = {0};
	struct buf text = {0}, numbers = {0};
	struct expected x;
	int *at;
	size_t n;
	char **lines;

	row_check(__FILE__, line,
		  !expected_parse(&a, &x, "x.out", guarded, strlen(guarded), &e),
		  buf_str(&e.text));
	row_check(__FILE__, line, !expected_lint(&x, &e), buf_str(&e.text));
	lines = expected_resolve(&a, &x, facts, &n, &at);
	for (size_t i = 0; i < n; i++) {
		buf_printf(&text, "%s\n", lines[i]);
		buf_printf(&numbers, "%d ", at[i]);
	}
	row_check(__FILE__, line, !lines[n], "NULL at the end");
	row_text(__FILE__, line, buf_str(&text), want);
	row_text(__FILE__, line, buf_str(&numbers), want_numbers);
	lines = expected_resolve(&a, &x, facts, &n, NULL);
	row_text(__FILE__, line, lines[0], "> import x");
	buf_free(&text);
	buf_free(&numbers);
	errors_free(&e);
	arena_free(&a);
}

static void
test_resolve(void)
{
	static struct fact middle[] = {{"py", "3.9.1"}, {"impl", "cpython-3.9.1"}};
	static const struct facts middle_target = {middle, LENGTH(middle)};

	check_lines(__LINE__, &new_target,
		    "> import x\n= new\n~ message \"x\"\n~ path \"y\"\n!! exit 3\n",
		    "2 6 17 18 20 ");
	check_lines(__LINE__, &old_target, "> import x\n= old\n~ message \"pypy\"\n!! exit 3\n",
		    "2 10 13 20 ");
	check_lines(__LINE__, &middle_target, "> import x\n= middle\n!! exit 3\n", "2 8 20 ");
}

static void
test_items(void)
{
	static const enum expected_kind kinds[] = {
		EXPECTED_COMMENT, EXPECTED_LINE, EXPECTED_COMMENT, EXPECTED_WHY,
		EXPECTED_IF,      EXPECTED_LINE, EXPECTED_ELIF,    EXPECTED_LINE,
		EXPECTED_ELSE,    EXPECTED_LINE, EXPECTED_END,
	};
	struct arena a = {0};
	struct errors e = {0};
	struct expected x;

	expected_parse(&a, &x, "x.out", guarded, strlen(guarded), &e);
	row_text(__FILE__, __LINE__, x.path, "x.out");
	row_check(__FILE__, __LINE__, x.n == 20, "number of items");
	for (size_t i = 0; i < LENGTH(kinds); i++) {
		row_check(__FILE__, __LINE__, x.items[i].kind == kinds[i], x.items[i].text);
		row_check(__FILE__, __LINE__, x.items[i].line == (int)i + 1, x.items[i].text);
		row_check(__FILE__, __LINE__, !x.items[i].expr == !x.items[i].expr_text,
			  "expression");
	}
	row_text(__FILE__, __LINE__, x.items[4].text, "@if py>=3.12");
	row_text(__FILE__, __LINE__, x.items[4].expr_text, "py>=3.12");
	errors_free(&e);
	arena_free(&a);
}

struct row {
	int line;
	const char *bytes, *mistakes;
};

static void
test_mistakes(void)
{
	static const struct row t[] = {
		{__LINE__, "", ""},
		{__LINE__, "> gc\n= null\n", ""},
		{__LINE__, "> gc\nhello\n",
		 "x:2: unknown mark in 'hello'; expected '> ', '= ', '! ', "
		 "'| ', '~ ', '!! ', '#' or '@'\n"},
		{__LINE__, "=null\n",
		 "x:1: unknown mark in '=null'; expected '> ', '= ', '! ', '| ', "
		 "'~ ', '!! ', '#' or '@'\n"},
		{__LINE__, "> gc", "x:1: no newline at the end of the file\n"},
		{__LINE__, "= \xff\n", "x:1: byte 0xff is not UTF-8\n"},
		{__LINE__, "@if py>=3\n",
		 "x:1: an @if without its @end; expected @end below it\n"},
		{__LINE__, "@if py>=3\n@if gil=1\n@end\n",
		 "x:2: guards do not nest; expected @end of the @if of line 1\n"},
		{__LINE__, "@end\n", "x:1: '@end' without an @if above it\n"},
		{__LINE__, "@else\n", "x:1: '@else' without an @if above it\n"},
		{__LINE__, "@elif py>=3\n", "x:1: '@elif py>=3' without an @if above it\n"},
		{__LINE__, "@if py>=3\n@end\n@end\n", "x:3: '@end' without an @if above it\n"},
		{__LINE__, "@if py>=3\n@else\n@else\n@elif gil=1\n@end\n",
		 "x:3: '@else' after @else; expected @end\n"
		 "x:4: '@elif gil=1' after @else; expected @end\n"},
		{__LINE__, "@if\n@end\n",
		 "x:1: a guard without an expression; expected e.g. @if py>=3.12\n"},
		{__LINE__, "@if py>\n@end\n",
		 "x:1: guard 'py>': column 4: found the end where a value was expected\n"},
		{__LINE__, "@if py>=3\n@else gil=1\n@end if\n",
		 "x:2: '@else gil=1'; expected '@else' alone on its line\n"
		 "x:3: '@end if'; expected '@end' alone on its line\n"},
		{__LINE__, "@iff py>=3\n", "x:1: unknown guard '@iff'; did you mean '@if'?\n"},
		{__LINE__, "@while\n",
		 "x:1: unknown guard '@while'; there are @if @elif @else @end\n"},
		{__LINE__, "# why: \n", "x:1: # why: without a reason\n"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct errors e = {0};
		struct expected x;
		int bad = expected_parse(&a, &x, "x", t[i].bytes, strlen(t[i].bytes), &e);

		row_check(__FILE__, t[i].line, bad == (*t[i].mistakes ? -1 : 0), "result");
		row_text(__FILE__, t[i].line, buf_str(&e.text), t[i].mistakes);
		errors_free(&e);
		arena_free(&a);
	}
}

#define IMPL                                                                                   \
	"a required line guarded by impl; expected impl around '~' lines only, a departure "   \
	"goes to the known list\n"

static void
test_lint(void)
{
	static const struct row t[] = {
		{__LINE__, "@if py>=3\n~ a b\n@end\n", ""},
		{__LINE__, "@if impl=pypy\n~ a b\n@end\n", ""},
		{__LINE__, "# why: x\n@if py>=3 && cap:fork\n= 1\n@end\n", ""},
		{__LINE__, "# why: x\n# and y\n@if py>=3\n= 1\n@end\n", ""},
		{__LINE__, "@if py>=3\n~ a b\n= 1\n= 2\n@end\n",
		 "x:1: a guard around the required line 3; expected '# why: REASON' above "
		 "it\n"},
		{__LINE__, "# why: x\n\n@if py>=3\n~ a b\n@else\n! E\n@end\n",
		 "x:3: a guard around the required line 6; expected '# why: REASON' above "
		 "it\n"},
		{__LINE__, "# why: x\n@if py>=3 || impl=pypy\n= 1\n@end\n", "x:3: " IMPL},
		{__LINE__, "# why: x\n@if impl=pypy\n~ a b\n@else\n= 1\n@end\n", "x:5: " IMPL},
		{__LINE__, "# why: x\n@if py>=3\n= 1\n@elif impl=pypy\n~ a b\n@end\n= 2\n", ""},
		{__LINE__, "@if impl=pypy\n~ a b\n@end\n# why: x\n@if py>=3\n= 1\n@end\n", ""},
		{__LINE__, "# why: x\n@if impl=pypy\n!! exit 1\n| x\n@end\n",
		 "x:3: " IMPL "x:4: " IMPL},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct errors e = {0};
		struct expected x;

		row_check(__FILE__, t[i].line,
			  !expected_parse(&a, &x, "x", t[i].bytes, strlen(t[i].bytes), &e),
			  "parsed");
		row_check(__FILE__, t[i].line,
			  expected_lint(&x, &e) == (*t[i].mistakes ? -1 : 0), "result");
		row_text(__FILE__, t[i].line, buf_str(&e.text), t[i].mistakes);
		errors_free(&e);
		arena_free(&a);
	}
}

static void
mutate(const char *bytes, size_t len)
{
	struct arena a = {0};
	struct errors e = {0};
	struct expected x;
	size_t n;
	int bad = expected_parse(&a, &x, "x", bytes, len, &e);

	if (!bad != !e.n)
		row_check(__FILE__, __LINE__, false, "either items or a mistake");
	/* a caller may go on with an expected file that has mistakes */
	expected_resolve(&a, &x, &new_target, &n, NULL);
	expected_lint(&x, &e);
	errors_free(&e);
	arena_free(&a);
}

static void
test_mutate(void)
{
	rows_mutate(guarded, false, mutate);
}

void
unit_expected(void)
{
	static const struct row_test tests[] = {
		{"resolve", test_resolve}, {"items", test_items},   {"mistakes", test_mistakes},
		{"lint", test_lint},       {"mutate", test_mutate},
	};

	rows_suite("expected", tests, LENGTH(tests));
}
