/* What sources make, and which of them a case uses. */
#include <CUnit/CUnit.h>
#include <string.h>

#include "casefile.h"
#include "fixture_use.h"
#include "rows.h"
#include "units.h"
#include "util.h"

/* path, text, and products with what they need behind "<-" */
static const struct {
	int line;
	const char *path, *text, *makes;
} sources[] = {
	{__LINE__, "hook/plain.c", "int x;\n", "hook/plain$EXT"},
	{__LINE__, "hook/many.c", "/* fixture: names=a,b out=c.so */\n",
	 "hook/c.so hook/a$EXT hook/b$EXT"},
	{__LINE__, "hook/pkg/mod.c", "", "hook/pkg/mod$EXT"},
	{__LINE__, "hook/pkg/__init__.py", "pass\n", "hook/pkg/__init__.py"},
	{__LINE__, "rtld/user.c", "/* fixture: needs=lib.so needs=mid$EXT */\n",
	 "rtld/user$EXT <-rtld/lib.so <-rtld/mid$EXT"},
	{__LINE__, "rtld/lib.c", "/* fixture: out=lib.so */\n", "rtld/lib.so"},
	{__LINE__, "rtld/mid.c", "/* fixture: needs=deep.so */\n", "rtld/mid$EXT <-rtld/deep.so"},
	{__LINE__, "rtld/deep.c", "/* fixture: out=deep.so */\n", "rtld/deep.so"},
	{__LINE__, "rtld/sub/found.pyx", "# fixture: out=found.abi3.so\n",
	 "rtld/sub/found.abi3.so"},
	{__LINE__, "rtld/host.cc", "/* fixture: out=host */\n", "rtld/host"},
	{__LINE__, "rtld/pre.load.c", "", "rtld/pre.load$EXT"},
	{__LINE__, "rtld/plainer.c", "", "rtld/plainer$EXT"},
};

static void
parse_all(struct arena *a, struct fixture_source v[LENGTH(sources)])
{
	struct errors errors = {0};

	for (size_t i = 0; i < LENGTH(sources); i++)
		fixture_source_parse(a, &v[i], sources[i].path, sources[i].text, &errors);
	row_text(__FILE__, __LINE__, buf_str(&errors.text), "");
	errors_free(&errors);
}

static void
test_products(void)
{
	struct arena a = {0};
	struct fixture_source v[LENGTH(sources)];

	parse_all(&a, v);
	for (size_t i = 0; i < LENGTH(sources); i++) {
		struct buf b = {0};

		for (size_t k = 0; v[i].products[k]; k++)
			buf_printf(&b, "%s%s", k ? " " : "", v[i].products[k]);
		for (size_t k = 0; v[i].needs[k]; k++)
			buf_printf(&b, " <-%s", v[i].needs[k]);
		row_text(__FILE__, sources[i].line, buf_str(&b), sources[i].makes);
		buf_free(&b);
	}
	arena_free(&a);
}

static void
test_is_source(void)
{
	static const struct {
		const char *path;
		bool source;
	} t[] = {
		{"hook/x.c", true},	{"hook/x.py", true},   {"hook/x.map", true},
		{"hook/x.h", false},	{"include/x.c", false}, {"hook/.x.c", false},
		{"hook/x.c~", false},	{"x.c", false},
	};

	for (size_t i = 0; i < LENGTH(t); i++)
		UNIT_CHECK(fixture_is_source(t[i].path) == t[i].source, "%s", t[i].path);
}

static const struct {
	int line;
	const char *id, *header, *commands;
	const char *used;
} cases[] = {
	{__LINE__, "hook/x", "", "import plain\n", "hook/plain.c"},
	{__LINE__, "hook/x", "", "import plai\n", ""},
	{__LINE__, "rtld/x", "", "import plain\n", ""},
	{__LINE__, "rtld/x", "", "load q $FIX/hook/b$EXT\n", "hook/many.c"},
	{__LINE__, "hook/x", "", "import pkg.mod\n", "hook/pkg/mod.c hook/pkg/__init__.py"},
	{__LINE__, "hook/x", "", "find pkg\n", "hook/pkg/__init__.py"},
	{__LINE__, "hook/x", "", "import \"plain\"\n", "hook/plain.c"},
	{__LINE__, "rtld/x", "", "thread 2 import user\n",
	 "rtld/user.c rtld/lib.c rtld/mid.c rtld/deep.c"},
	{__LINE__, "hook/x", "", "path add $FIX/rtld/sub\nimport found\n", "rtld/sub/found.pyx"},
	{__LINE__, "hook/x", "", "import found\n", ""},
	{__LINE__, "hook/x", "env: LD_PRELOAD=$FIX/rtld/lib.so:$FIX/rtld/deep.so\n",
	 "dlflags\n", "rtld/lib.c rtld/deep.c"},
	{__LINE__, "rtld/x", "host: rtld/host\n", "dlflags\n", "rtld/host.cc"},
	{__LINE__, "rtld/x", "", "call f.g {\"a\": [\"$FIX/rtld/mid$EXT\"]}\n",
	 "rtld/mid.c rtld/deep.c"},
	{__LINE__, "hook/x", "", "copy $FIX/hook/plain$EXT $TMP/y\n", "hook/plain.c"},
};

static void
test_use(void)
{
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct arena a = {0};
		struct errors errors = {0};
		struct fixture_source v[LENGTH(sources)];
		struct casefile c;
		struct buf b = {0};
		bool used[LENGTH(sources)];
		const char *text = arena_printf(&a, "summary: s\nspec: PEP 1, Abstract\n%s\n%s",
						cases[i].header, cases[i].commands);

		parse_all(&a, v);
		casefile_parse(&a, &c, cases[i].id, "x.case", text, strlen(text), &errors);
		row_text(__FILE__, cases[i].line, buf_str(&errors.text), "");
		fixture_use(&a, &c, v, LENGTH(sources), used);
		for (size_t k = 0; k < LENGTH(sources); k++) {
			if (used[k])
				buf_printf(&b, "%s%s", b.len ? " " : "", v[k].path);
		}
		row_text(__FILE__, cases[i].line, buf_str(&b), cases[i].used);
		buf_free(&b);
		errors_free(&errors);
		arena_free(&a);
	}
}

void
unit_fixture_use(void)
{
	static const struct row_test tests[] = {
		{"products", test_products},
		{"what is a source", test_is_source},
		{"what a case uses", test_use},
	};

	rows_suite("fixture use", tests, LENGTH(tests));
}
