#include <string.h>

#include "format/casefile.h"
#include "format/expected.h"
#include "format/expr.h"
#include "format/known.h"
#include "lint.h"
#include "rows.h"
#include "run/suite.h"
#include "units.h"
#include "base/util.h"

static const struct {
	const char *guard;
	const char *requires; /* or NULL */
	bool differs;
} rows[] = {
	{"py>=3.12", NULL, true},
	{"py>=3.12", "py>=3.12", false},
	{"py>=3.12", "py>=3.11", true},
	{"py<3.8", "py>=3.8", false},
	{"py>=3.6", NULL, false},
	{"py>=3.0", NULL, false},
	{"py>=3.13.4", NULL, true},
	{"py>=3.99", NULL, false},
	{"py>=3.16", NULL, false},
	{"py<3.16", NULL, false},
	{"py>3.15", NULL, false}, /* 3.15.1 is as good as 3.15 */
	{"py>=3.15", NULL, true},
	{"py>3.15.2", NULL, true}, /* 3.15.3 */
	{"libc>glibc-2.99", NULL, true},
	{"py<3.6", NULL, false},
	{"py=3.5", NULL, false},
	{"py=3.1", NULL, false},
	{"py=4", NULL, false},
	{"py<4", NULL, false},
	{"py=3.6", NULL, true},
	{"py=3.6.15", NULL, true},
	{"py<3.6.1", NULL, true},
	{"py>=3.13.130", NULL, true}, /* 3.14 */
	{"py=3.13.130", NULL, false},
	{"py>=3.15.0b1", NULL, true},
	{"!(py>=3.6)", NULL, false},
	{"py>=3.12", "py<3.10", false},
	{"impl=graalpy", NULL, true},
	{"py<3.12 || py>=3.12", NULL, false},
	{"py<3.10 && py>=3.12", NULL, false},
	{"libc=musl", NULL, true},
	{"libc>=glibc-2.41", "libc=musl", false},
	{"libc>=glibc-2.41", NULL, true},
	{"cap:fork", NULL, true},
	{"cap:fork", "cap:fork", false},
	{"cap:fork && !cap:fork", NULL, false},
	{"impl=pypy", NULL, true},
	{"gil=0", NULL, true},
	{"gil=0 || gil=1", NULL, false},
	{"arch=riscv64", NULL, true},
	{"abi=cpython-314t-x86_64-linux-gnu", NULL, true},
};

static void
test_guards(void)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena a = {0};
		const char *why = NULL;
		struct lint_guard g = {.expr = expr_parse(&a, rows[i].guard, &why)};
		struct lint_reach r = {false, false};

		if (rows[i].requires)
			g.requires = expr_parse(&a, rows[i].requires, &why);
		UNIT_CHECK(g.expr && !why, "%s: %s", rows[i].guard, why ? why : "");
		if (g.expr)
			r = lint_reach(&g);
		UNIT_CHECK((r.yes && r.no) == rows[i].differs, "%s where %s", rows[i].guard,
			   rows[i].requires ? rows[i].requires : "anything");
		arena_free(&a);
	}
}

#define EVERY "can never differ: it holds for every known target"
#define NO "can never differ: it holds for no known target"

static const struct {
	int line;
	const char *requires; /* or NULL */
	const char *expected;
	const char *says; /* "" if it is right */
} branches[] = {
	{__LINE__, NULL, "@if py>=3.12\n= 1\n@else\n= 2\n@end\n", ""},
	{__LINE__, NULL, "@if py>=3.12\n@elif py>=3.8\n@else\n@end\n", ""},
	{__LINE__, NULL, "@if py>=3.99\n@end\n", "x:1: guard 'py>=3.99' " NO " that runs the case"},
	{__LINE__, NULL, "= 1\n@if py<3.16\n@end\n", "x:2: guard 'py<3.16' " EVERY},
	{__LINE__, "py<3.8", "@if py<3.9\n@end\n", "x:1: guard 'py<3.9' " EVERY},
	{__LINE__, NULL, "@if py>=3.8\n@elif py>=3.12\n@end\n",
	 "x:2: no known target that runs the case reaches '@elif py>=3.12': the branches above"},
	{__LINE__, NULL, "@if py>=3.8\n@elif py<3.8\n@else\n@end\n",
	 "x:3: no known target that runs the case reaches '@else'"},
	{__LINE__, "libc=glibc", "@if py<3.8\n@elif libc=musl\n@end\n",
	 "x:2: guard 'libc=musl' " NO},
	{__LINE__, NULL, "@if py>=3.8\n@end\n@if py<3.8\n@elif py>=3.12\n@else\n@end\n", ""},
	{__LINE__, "py>=3.99", "@if py>=3.99\n@end\n", "case:1: requires 'py>=3.99' " NO},
	{__LINE__, "py>=3.6", "= 1\n", "case:1: requires 'py>=3.6' " EVERY},
};

static void
test_branches(void)
{
	for (size_t i = 0; i < LENGTH(branches); i++) {
		struct arena a = {0};
		struct errors errors = {0};
		struct casefile c = {.path = "case", .requires_text = branches[i].requires};
		const char *text = branches[i].expected, *why;
		struct expected e;

		if (c.requires_text)
			c.requires = expr_parse(&a, c.requires_text, &why);
		row_check(__FILE__, branches[i].line,
			  !expected_parse(&a, &e, "x", text, strlen(text), &errors), text);
		lint_branches(&c, &e, &errors);
		row_check(__FILE__, branches[i].line, errors.n == !!*branches[i].says,
			  buf_str(&errors.text));
		row_contains(__FILE__, branches[i].line, buf_str(&errors.text),
			     branches[i].says);
		errors_free(&errors);
		arena_free(&a);
	}
}

/* one case, a/new, that requires py>=3.12 */
static void
test_known(void)
{
	static const struct {
		int line;
		const char *text, *says;
	} t[] = {
		{__LINE__, "fail a/new if py>=3.13 -- x\n", ""},
		{__LINE__, "fail a/new -- x\n", ""},
		{__LINE__, "fail a/new if py>=3.99 -- x\n", "k:1: if 'py>=3.99' " NO},
		{__LINE__, "fail a/new if py>=3.6 -- x\n", "k:1: if 'py>=3.6' " EVERY},
		{__LINE__, "fail a/* if py<3.9 -- x\n",
		 "k:1: if 'py<3.9' holds for no known target that runs 'a/*'"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct errors errors = {0};
		const char *why;
		struct casefile c = {.id = "a/new", .requires = expr_parse(&a, "py>=3.12", &why)};
		struct suite s = {.cases = &c, .n = 1};
		struct known k;

		known_parse(&a, &k, "k", t[i].text, strlen(t[i].text), &errors);
		lint_known(&s, &k, &errors);
		row_check(__FILE__, t[i].line, errors.n == !!*t[i].says, buf_str(&errors.text));
		row_contains(__FILE__, t[i].line, buf_str(&errors.text), t[i].says);
		errors_free(&errors);
		arena_free(&a);
	}
}

void
unit_lint(void)
{
	static const struct row_test tests[] = {
		{"guards that can never differ", test_guards},
		{"branches that nothing reaches", test_branches},
		{"known lines that never count", test_known},
	};

	rows_suite("lint", tests, LENGTH(tests));
	unit_lint_suite();
}
