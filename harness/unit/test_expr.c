#include <string.h>

#include "format/expr.h"
#include "base/util.h"
#include "rows.h"
#include "units.h"

static struct fact target[] = {
	{"impl", "cpython-3.12.4"},
	{"py", "3.12.4"},
	{"libc", "glibc-2.36"},
	{"arch", "x86_64"},
	{"abi", "cpython-312-x86_64-linux-gnu"},
	{"gil", "1"},
	{"debug", "0"},
	{"tracerefs", "0"},
	{"shared", "0"},
	{"cap", "native"},
	{"cap", "gil-slot"},
};
static const struct facts facts = {target, LENGTH(target)};

static void
test_eval(void)
{
	static const struct {
		int line;
		const char *text;
		bool holds;
	} t[] = {
		{__LINE__, "py=3.12", true},
		{__LINE__, "py=3.12.4", true},
		{__LINE__, "py=3.12.5", false},
		{__LINE__, "py=3", true},
		{__LINE__, "py=3.1", false},
		{__LINE__, "py!=3.12", false},
		{__LINE__, "py!=3.13", true},
		{__LINE__, "py>=3.12", true},
		{__LINE__, "py>3.12", false},
		{__LINE__, "py<=3.12", true},
		{__LINE__, "py<3.12", false},
		{__LINE__, "py>3.9", true},
		{__LINE__, "py<3.100", true},
		{__LINE__, "py<3.12.10", true},
		{__LINE__, "py>=3.12.4", true},
		{__LINE__, "libc=glibc", true},
		{__LINE__, "libc!=musl", true},
		{__LINE__, "libc=musl", false},
		{__LINE__, "libc>=glibc-2.36", true},
		{__LINE__, "libc>=glibc-2.41", false},
		{__LINE__, "libc<glibc-2.41", true},
		{__LINE__, "libc>=musl-1.0", false},
		{__LINE__, "libc<musl-1.3", false},
		{__LINE__, "impl=cpython", true},
		{__LINE__, "impl>=cpython-3.12", true},
		{__LINE__, "impl=pypy", false},
		{__LINE__, "arch=x86_64", true},
		{__LINE__, "arch=i686", false},
		{__LINE__, "carrier=qemu", false},
		{__LINE__, "carrier!=qemu", true},
		{__LINE__, "sanitizer=address", false},
		{__LINE__, "shared=0", true},
		{__LINE__, "abi=cpython-312", true},
		{__LINE__, "abi=cpython-312-x86_64-linux-gnu", true},
		{__LINE__, "abi=cpython-312-aarch64", false},
		{__LINE__, "abi=cpython-312d", false},
		{__LINE__, "cap:native", true},
		{__LINE__, "cap:gil-slot", true},
		{__LINE__, "cap:audit", false},
		{__LINE__, "!cap:native", false},
		{__LINE__, "!!cap:native", true},
		{__LINE__, "! cap:fork && py = 3.12", true},
		{__LINE__, "py>=3.13||gil=1", true},
		{__LINE__, "py>=3.13&&gil=1", false},
		{__LINE__, "gil=1 || gil=0 && py<3", true},
		{__LINE__, "(gil=1 || gil=0) && py<3", false},
		{__LINE__, "!(py<3 || gil=0)", true},
		{__LINE__, "!py<3 && gil=1", true},
		{__LINE__, "\t( (  gil=1 ) ) ", true},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		const char *why;
		struct expr *e = expr_parse(&a, t[i].text, &why);

		row_check(__FILE__, t[i].line, e && !why, why ? why : t[i].text);
		row_check(__FILE__, t[i].line, e && expr_eval(e, &facts) == t[i].holds,
			  t[i].text);
		arena_free(&a);
	}
}

static void
test_mistakes(void)
{
	static const struct {
		int line;
		const char *text;
		const char *why;
	} t[] = {
		{__LINE__, "",
		 "column 1: found the end where a fact, cap:NAME, '!' or '(' was expected"},
		{__LINE__, "pi>=3",
		 "column 1: unknown fact 'pi'; did you mean 'py'?"},
		{__LINE__, "compiler=gcc",
		 "column 1: unknown fact 'compiler'; there are py libc os arch format abi gil "
		 "debug tracerefs shared impl sanitizer carrier host cap:NAME"},
		{__LINE__, "py",
		 "column 3: found the end where one of = != < <= > >= was expected"},
		{__LINE__, "py 3", "column 4: found '3' where one of ="},
		{__LINE__, "py==3", "column 4: found '=' where a value was expected"},
		{__LINE__, "py>=", "column 5: found the end where a value"},
		{__LINE__, "py>=3 & gil=1", "column 7: found '&' where '&&', '||' or the end"},
		{__LINE__, "py>=3 gil=1", "column 7: found 'gil' where '&&', '||' or the end"},
		{__LINE__, "py>=3 &&", "column 9: found the end where a fact"},
		{__LINE__, "(py>=3", "column 7: found the end where '&&', '||' or ')'"},
		{__LINE__, "py>=3)", "column 6: found ')' where '&&', '||' or the end"},
		{__LINE__, "cap:", "column 1: found 'cap:' where a capability"},
		{__LINE__, "cap", "column 1: unknown fact 'cap'; there are py"},
		{__LINE__, "arch>=x86_64", "column 7: found 'x86_64' where a version"},
		{__LINE__, "py=3.*", "column 4: '3.' where a version was expected"},
		{__LINE__, "py=3*", "column 5: found '*' where"},
		{__LINE__, "py=\xc3\xa9", "column 4: found '\xc3\xa9' where a value"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		const char *why = NULL;

		row_check(__FILE__, t[i].line, !expr_parse(&a, t[i].text, &why), t[i].text);
		row_contains(__FILE__, t[i].line, why, t[i].why);
		arena_free(&a);
	}
}

/* mistakes in capabilities and values; "": no mistake */
static void
test_values(void)
{
	static const struct {
		int line;
		const char *text, *why;
	} t[] = {
		{__LINE__, "cap:frok",
		 "column 1: unknown capability 'frok'; did you mean 'fork'?"},
		{__LINE__, "!cap:sub-interp",
		 "column 2: unknown capability 'sub-interp'; did you mean 'subinterp'?"},
		{__LINE__, "cap:main-interp", ""},
		{__LINE__, "impl=cpyhton",
		 "column 6: unknown implementation 'cpyhton'; did you mean 'cpython'?"},
		{__LINE__, "gil=1 && impl != PyPy",
		 "column 18: unknown implementation 'PyPy'; did you mean 'pypy'?"},
		{__LINE__, "impl>=cpyton-3.8",
		 "column 7: unknown implementation 'cpyton'; did you mean 'cpython'?"},
		{__LINE__, "impl=cpython-", "column 6: 'cpython-' where NAME or NAME-VERSION was"},
		{__LINE__, "impl=pypy-7.3.x", "column 6: 'pypy-7.3.x' where NAME or NAME-VERSION"},
		{__LINE__, "impl>=graalpy-24.1.1", ""},
		{__LINE__, "libc=mulc", "column 6: unknown libc 'mulc'; did you mean 'musl'?"},
		{__LINE__, "libc>=2.36", "column 7: unknown libc '2.36'; there are glibc musl"},
		{__LINE__, "libc>=glibc-2.l7", "column 7: found 'glibc-2.l7' where a version"},
		{__LINE__, "libc=glibc-2.1l", "column 6: 'glibc-2.1l' where NAME or NAME-VERSION"},
		{__LINE__, "libc>=glibc2.36",
		 "column 7: unknown libc 'glibc2.36'; there are glibc musl"},
		{__LINE__, "arch=x86-64",
		 "column 6: unknown architecture 'x86-64'; did you mean 'x86_64'?"},
		{__LINE__, "sanitizer=bath",
		 "column 11: unknown sanitizer 'bath'; there are address thread memory undefined"},
		{__LINE__, "carrier=horse",
		 "column 9: unknown carrier 'horse'; there are qemu node java wine"},
		{__LINE__, "arch=amd64",
		 "column 6: unknown architecture 'amd64'; there are x86_64"},
		{__LINE__, "gil=yes", "column 5: unknown gil 'yes'; there are 0 1"},
		{__LINE__, "debug=2", "column 7: unknown debug '2'; there are 0 1"},
		{__LINE__, "gil>=1", "column 6: gil is 0 or 1 and has no order; expected = or !="},
		{__LINE__, "abi=cp3:12", "column 5: 'cp3:12' where a name of a-z, A-Z, 0-9"},
		{__LINE__, "py=3.1l", "column 4: '3.1l' where a version was expected, e.g. 3.12"},
		{__LINE__, "py>=3.", "column 5: found '3.' where a version"},
		{__LINE__, "py>=3..1", "column 5: '3..1' where a version was expected"},
		{__LINE__, "py=3.12.4.1", "column 4: '3.12.4.1' where a version was expected"},
		{__LINE__, "py<3.14rc", "column 4: '3.14rc' where a version was expected"},
		{__LINE__, "py>=v3.12", "column 5: 'v3.12' where a version was expected"},
		{__LINE__, "py=cpython", "column 4: 'cpython' where a version was expected"},
		{__LINE__, "py>=3.14.0rc2 && py<3.15.0a1 || py=3.15.0+ || py>=3.14b1", ""},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		const char *why = NULL;
		struct expr *e = expr_parse(&a, t[i].text, &why);

		row_check(__FILE__, t[i].line, !e == !!*t[i].why, t[i].text);
		row_contains(__FILE__, t[i].line, why ? why : "", t[i].why);
		arena_free(&a);
	}
}

/* in a user's file, an unknown name is accepted for the loader only */
static void
test_own(void)
{
	static const struct {
		int line;
		const char *text;
		bool ok;
	} t[] = {
		{__LINE__, "impl=mine", true},       {__LINE__, "impl>=mine-0.1", true},
		{__LINE__, "impl=mine-", false},     {__LINE__, "impl=-1", false},
		{__LINE__, "impl=mine-0.1x", false}, {__LINE__, "libc=mine", false},
		{__LINE__, "cap:mine", false},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		const char *why;

		row_check(__FILE__, t[i].line, !expr_parse_own(&a, t[i].text, &why) == !t[i].ok,
			  t[i].text);
		row_check(__FILE__, t[i].line, !expr_parse(&a, t[i].text, &why), t[i].text);
		arena_free(&a);
	}
}

static void
test_compare(void)
{
	static const struct {
		int line;
		const char *have, *wanted;
		bool ordered;
		int order;
	} t[] = {
		{__LINE__, "3.12.4", "3.12", true, 0},
		{__LINE__, "3.12", "3.12.0", true, 0},
		{__LINE__, "3.12", "3.12.1", true, -1},
		{__LINE__, "3.9", "3.10", true, -1},
		{__LINE__, "3.010", "3.10", true, 0},
		{__LINE__, "3.15.0a1", "3.15.0", true, -1},
		{__LINE__, "3.15.0a1", "3.15", true, 0},
		{__LINE__, "3.15.0a10", "3.15.0a2", true, 1},
		{__LINE__, "3.15.0rc1", "3.15.0b4", true, 1},
		{__LINE__, "3.15.0+", "3.15.0", true, 1},
		{__LINE__, "3.15.0", "3.15.0+", true, -1},
		{__LINE__, "99999999999999999999999", "99999999999999999999998", true, 1},
		{__LINE__, "glibc-2.36", "glibc", true, 0},
		{__LINE__, "glibc", "glibc-2", false, 0},
		{__LINE__, "musl-1.2.3", "glibc-2.36", false, 0},
		{__LINE__, "musl-1.2.3", "1.2.3", false, 0},
		{__LINE__, "", "3", false, 0},
		{__LINE__, "3", "", false, 0},
		{__LINE__, "", "", true, 0},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		int order = 99;
		bool ordered = expr_compare(t[i].have, t[i].wanted, &order);
		int sign = order < 0 ? -1 : order > 0;

		row_check(__FILE__, t[i].line, ordered == t[i].ordered, t[i].have);
		row_check(__FILE__, t[i].line, !ordered || sign == t[i].order, t[i].wanted);
	}
}

static void
test_facts(void)
{
	struct arena a = {0};
	struct facts f = {0};
	const char *why;
	struct expr *e;

	row_check(__FILE__, __LINE__, !facts_get(&f, "py"), "no facts");
	e = expr_parse(&a, "py!=3 && !py=3 && !py<3 && !cap:fork", &why);
	row_check(__FILE__, __LINE__, e && expr_eval(e, &f), "an unknown fact equals nothing");
	for (int i = 0; i < 20; i++)
		facts_add(&a, &f, "cap", arena_printf(&a, "c%d", i));
	facts_add(&a, &f, "py", "3.8.1");
	facts_add(&a, &f, "py", "3.9");
	row_text(__FILE__, __LINE__, facts_get(&f, "py"), "3.8.1");
	row_check(__FILE__, __LINE__, facts_has_cap(&f, "c0") && facts_has_cap(&f, "c19"),
		  "all");
	row_check(__FILE__, __LINE__, !facts_has_cap(&f, "3.8.1"), "a value is no capability");
	arena_free(&a);
}

static void
append_leaf(void *ctx, const struct expr_leaf *leaf)
{
	buf_printf(ctx, "%s/%d/%s ", leaf->key, (int)leaf->op, leaf->value);
}

static void
test_each(void)
{
	struct arena a = {0};
	struct buf b = {0};
	const char *why;

	expr_each(expr_parse(&a, "!(py<3 || cap:root) && impl!=pypy", &why), append_leaf, &b);
	row_text(__FILE__, __LINE__, buf_str(&b), "py/2/3 cap/6/root impl/1/pypy ");
	buf_free(&b);
	arena_free(&a);
}

static void
test_long(void)
{
	static const char *const links[] = {"(", "!", "gil=1&&", "gil=1||"};

	for (size_t i = 0; i < LENGTH(links); i++) {
		struct arena a = {0};
		struct buf b = {0};
		const char *why = NULL;

		for (int k = 0; k < 100000; k++)
			buf_puts(&b, links[i]);
		buf_puts(&b, "gil=1");
		row_check(__FILE__, __LINE__, !expr_parse(&a, b.p, &why), links[i]);
		row_contains(__FILE__, __LINE__, why, "the expression is too long");
		buf_free(&b);
		arena_free(&a);
	}
}

static void
parse(const char *bytes, size_t len)
{
	struct arena a = {0};
	const char *why = NULL;
	struct expr *e = expr_parse(&a, bytes, &why);

	(void)len;
	if (!e == !why)
		row_check(__FILE__, __LINE__, false, "either an expression or a reason");
	if (e)
		expr_eval(e, &facts);
	arena_free(&a);
}

static void
test_mutate(void)
{
	rows_mutate("!(py>=3.12.1 && libc=glibc-2.4) || cap:gil-slot && gil!=0", true, parse);
}

/* the capability whose absence makes an expression false */
static void
test_lacks(void)
{
	static const struct {
		int line;
		const char *text, *lacks; /* NULL: another thing makes it false, or it is true */
	} t[] = {
		{__LINE__, "cap:native", NULL},
		{__LINE__, "cap:fork", "fork"},
		{__LINE__, "!cap:native", NULL},
		{__LINE__, "!cap:fork", NULL},
		{__LINE__, "py<3.8 && cap:fork", NULL},
		{__LINE__, "py>=3.8 && cap:fork", "fork"},
		{__LINE__, "cap:native && cap:audit && cap:fork", "audit"},
		{__LINE__, "cap:audit || cap:fork", "audit"},
		{__LINE__, "(py<3.8 && cap:audit) || cap:fork", "fork"},
		{__LINE__, "cap:audit && !cap:native", NULL},
		{__LINE__, "cap:native && !cap:audit && cap:fork", "fork"},
		{__LINE__, "!cap:audit && cap:deepbind && cap:fork", NULL},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct arena a = {0};
		struct facts f = {NULL, 0};
		const char *why;
		const struct expr *e = expr_parse(&a, t[i].text, &why);

		facts_add(&a, &f, "py", "3.12");
		facts_add(&a, &f, "cap", "native");
		row_text(__FILE__, t[i].line, expr_lacks(&a, e, &f), t[i].lacks);
		arena_free(&a);
	}
}

void
unit_expr(void)
{
	static const struct row_test tests[] = {
		{"eval", test_eval},     {"mistakes", test_mistakes}, {"values", test_values},
		{"own", test_own},       {"compare", test_compare},
		{"facts", test_facts},   {"each", test_each},         {"long", test_long},
		{"mutate", test_mutate},
		{"the capability that is lacking", test_lacks},
	};

	rows_suite("expr", tests, LENGTH(tests));
}
