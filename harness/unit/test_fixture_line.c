#include <string.h>

#include "fixtures/fixture_line.h"
#include "base/util.h"
#include "rows.h"
#include "units.h"

/* all values, as KEY=VALUE@LINE */
static const char *
shown(struct arena *a, const struct fixture_line *f)
{
	struct buf b = {0};
	const char *copy;

	for (size_t key = 0; key < FIXTURE_KEYS; key++)
		for (size_t i = 0; i < f->keys[key].n; i++)
			buf_printf(&b, "%s%s=%s@%d", b.len ? " " : "", fixture_keys[key],
				   f->keys[key].v[i].text, f->keys[key].v[i].line);
	copy = arena_strdup(a, buf_str(&b));
	buf_free(&b);
	return copy;
}

static void
test_values(void)
{
	static const struct {
		const char *path, *text, *values;
		int line;
	} rows[] = {
		{"x.c", "int x;\n", "", 1},
		{"x.c", "", "", 1},
		{"x.c", "int x;\n/* fixture: out=a.so */\n", "out=a.so@2", 2},
		{"x.c", "/* fixture: names=one,hy-phen out=b$EXT */", "out=b$EXT@1 "
		 "names=one@1 names=hy-phen@1", 1},
		{"x.c", "/* fixture: needs=libp.so ldflags=-Wl,-rpath,$ORIGIN\n"
		 " *          check=needed:libp.so\n *\tcheck=undef:p */\nint x; // check=no\n",
		 "ldflags=-Wl,-rpath,$ORIGIN@1 needs=libp.so@1 check=needed:libp.so@2 "
		 "check=undef:p@3", 1},
		{"x.c", "/* fixture: cflags=-a\n */\n/* fixture: cflags=-b */\n",
		 "cflags=-a@1 cflags=-b@3", 1},
		{"x.c", "/* fixture: out=a.so\n *\n *out=b.so */\n", NULL, 1},
		{"x.c", "/* fixture: defines=Q=\"a\\'b\" */\n", "defines=Q=\"a\\'b\"@1", 1},
		{"x.c", "/* see fixture: out=a.so */\n", "", 1},
		{"x.pyx", "# fixture: cflags=-O0\n", "cflags=-O0@1", 1},
		{"x.cffi", "x = 1\n# fixture: cflags=-O0 cflags=-g\n", "cflags=-O0@2 cflags=-g@2",
		 2},
		{"x.rs", "# fixture: cflags=-O0\n", "", 1},
		{"x.rs", "/* fixture: check=exports:f */\n", "check=exports:f@1", 1},
		{"x.c", "/* fixture: headers=3.13 tool=pybind11 edit=size=10 */\n",
		 "edit=size=10@1 headers=3.13@1 tool=pybind11@1", 1},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena a = {0};
		struct errors errors = {0};
		struct fixture_line f;
		int bad = fixture_line_parse(&a, &f, rows[i].path, rows[i].text, &errors);

		UNIT_CHECK(!bad == (rows[i].values != NULL), "row %zu: %s", i,
			   buf_str(&errors.text));
		if (!bad)
			row_text(__FILE__, __LINE__, shown(&a, &f), rows[i].values);
		UNIT_CHECK(f.line == rows[i].line, "row %zu: line %d", i, f.line);
		errors_free(&errors);
		arena_free(&a);
	}
}

static void
test_mistakes(void)
{
	static const struct {
		const char *text, *says;
	} rows[] = {
		{"/* fixture: ldflag=-x */\n",
		 "f.c:1: unknown key 'ldflag'; did you mean 'ldflags'?"},
		{"int x;\n/* fixture: lazy */\n", "f.c:2: 'lazy' is not KEY=VALUE"},
		{"/* fixture: out= */\n", "f.c:1: 'out=' is not KEY=VALUE"},
		{"/* fixture: =x */\n", "f.c:1: '=x' is not KEY=VALUE"},
		{"/* fixture: out=a.so\n *   nonsense */\n", "f.c:2: 'nonsense' is not KEY=VALUE"},
		{"/* fixture: out=a.so\n", "the fixture comment has no end"},
		{"// fixture: out=a.so */\n",
		 "f.c:1: a fixture comment begins with '/* fixture:'"},
		{" /* fixture: out=a.so */\n",
		 "f.c:1: a fixture comment begins with '/* fixture:'"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena a = {0};
		struct errors errors = {0};
		struct fixture_line f;

		UNIT_CHECK(fixture_line_parse(&a, &f, "f.c", rows[i].text, &errors),
			   "row %zu is taken", i);
		row_contains(__FILE__, __LINE__, buf_str(&errors.text), rows[i].says);
		errors_free(&errors);
		arena_free(&a);
	}
}

static void
parse_copy(const char *bytes, size_t len)
{
	struct arena a = {0};
	struct errors errors = {0};
	struct fixture_line f;

	(void)len;
	fixture_line_parse(&a, &f, "f.c", bytes, &errors);
	errors_free(&errors);
	arena_free(&a);
}

static void
test_garbage(void)
{
	rows_mutate("/* fixture: out=a.so names=a,b\n * edit=size=1 */\nint x;\n", true,
		    parse_copy);
}

void
unit_fixture_line(void)
{
	static const struct row_test tests[] = {
		{"the values of each key", test_values},
		{"mistakes with their line", test_mistakes},
		{"garbage", test_garbage},
	};

	rows_suite("fixture-line", tests, LENGTH(tests));
}
