#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "tree.h"
#include "units.h"

#define SRC "fixtures-src/area/"
#define OUT "out/abi/area/"

/* the part of fx.h that shows which name a fixture got */
#define FX "#ifndef FX_H\n#define FX_H\n#define FX_STR(x) FX_STR_(x)\n"                           \
	"#define FX_STR_(x) #x\n#ifdef FX_CHANGED\n#define FX_SAYS \"changed\"\n"              \
	"#else\n#define FX_SAYS \"usual\"\n#endif\n#endif\n"
static const char fx[] = FX, fx_more[] = FX "#define FX_MORE 1\n";
/* a fixture that contains its name; a fixture comment goes before it */
#define SAYS "#include \"fx.h\"\nconst char said[] = \"<\" FX_STR(FX_NAME) \" \" FX_SAYS \">\";\n"

/* the bytes of a product may contain NULs */
static bool
contains(struct tree *t, const char *path, const char *text)
{
	size_t len = 0, n = strlen(text);
	const char *bytes = tree_read(t, path, &len);

	for (size_t i = 0; bytes && i + n <= len; i++) {
		if (!memcmp(bytes + i, text, n))
			return true;
	}
	return false;
}

#define LONG50 "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeee"
#define LONG251 LONG50 LONG50 LONG50 LONG50 LONG50 "f"

static void
test_products(void)
{
	static const struct {
		const char *source, *text;
		const char *product, *said; /* one of its products, and the text in it */
	} rows[] = {
		{"plain.c", SAYS, "plain.x.so", "<plain usual>"},
		{"sub/deep.c", SAYS, "sub/deep.x.so", "<deep usual>"},
		{"named.c", "/* fixture: out=lib.so */\n" SAYS, "lib.so", "<named usual>"},
		{"ext.c", "/* fixture: out=other$EXT */\n" SAYS, "other.x.so", "<ext usual>"},
		{"two.c", "/* fixture: names=one,hy-phen */\n" SAYS, "one.x.so", "<one usual>"},
		{"two2.c", "/* fixture: names=a2,b-2 */\n" SAYS, "b-2.x.so", "<b-2 usual>"},
		{"utf.c", "/* fixture: names=\316\273\303\251 */\n" SAYS, "\316\273\303\251.x.so",
		 "<\316\273\303\251 usual>"},
		{"long.c", "/* fixture: names=g" LONG50 "\n * out=" LONG251 ".so\n */\n" SAYS,
		 LONG251 ".so", "<long usual>"},
		{"define.c",
		 "/* fixture: defines=A=41 defines=B */\n#if A != 41 || !B\n#error\n"
		 "#endif\nconst char said[] = \"<defined>\";\n",
		 "define.x.so", "<defined>"},
		/* the precompiled header cannot be used here */
		{"changed.c", "/* fixture: defines=FX_CHANGED */\n" SAYS, "changed.x.so",
		 "<changed changed>"},
		{"quoted.c", "/* fixture: defines=Q=\"a\\'b\" */\nconst char said[] = Q;\n",
		 "quoted.x.so", "a'b"},
		{"flags.c",
		 "/* fixture: cflags=-O0 cflags=-DC ldflags=-Wl,-z,now check=bindnow */\n"
		 "#ifdef C\nconst char said[] = \"<flags>\";\n#endif\n",
		 "flags.x.so", "<flags>"},
		{"script.c",
		 "/* fixture: ldflags=-Wl,--version-script=$SRC/v.map check=verdef:V9 */\n"
		 "int f(void);\nint f(void) { return 1; }\n",
		 "script.x.so", "V9"},
		{"v.map", "V9 { global: f; local: *; };\n", "v.map", "V9"},
		{"pkg/data.py", "x = 1\n", "pkg/data.py", "x = 1\n"},
		{"provider.c",
		 "/* fixture: out=libp.so */\nint p(void);\nint p(void) { return 1; }\n", "libp.so",
		 "p"},
		{"user.c",
		 "/* fixture: needs=libp.so ldflags=-Wl,-rpath,$ORIGIN\n"
		 " *          check=needed:libp.so check=runpath:$ORIGIN check=undef:p */\n"
		 "int p(void);\nint f(void);\nint f(void) { return p(); }\n",
		 "user.x.so", "$ORIGIN"},
		/* libp.so is needed, although no symbol of it is used */
		{"unused.c", "/* fixture: needs=libp.so check=needed:libp.so */\nint x;\n",
		 "unused.x.so", "libp.so"},
	};
	struct tree t;
	struct output o;

	tree_open(&t);
	tree_write(&t, "fixtures-src/include/fx.h", fx);
	for (size_t i = 0; i < LENGTH(rows); i++)
		tree_write(&t, arena_printf(&t.mem, SRC "%s", rows[i].source), rows[i].text);
	o = tree_make(&t);
	UNIT_CHECK(!o.status && !*o.text, "exit status %d: %s", o.status, o.text);
	for (size_t i = 0; i < LENGTH(rows); i++)
		UNIT_CHECK(
			contains(&t, arena_printf(&t.mem, OUT "%s", rows[i].product), rows[i].said),
			"%s is not what it should be", rows[i].product);
	tree_close(&t);
}

/* the products in the test of rebuilding, each from one source */
static const char *const built[] = {"a.x.so",  "b.x.so",    "bare.x.so",
				    "libp.so", "user.x.so", "d.py"};

static void
open_to_rebuild(struct tree *t)
{
	struct output o;

	tree_open(t);
	tree_write(t, "fixtures-src/include/fx.h", fx);
	tree_write(t, SRC "a.c", SAYS);
	tree_write(t, SRC "b.c", SAYS);
	tree_write(t, SRC "bare.c", "#include \"local.h\"\nint bare = LOCAL;\n");
	tree_write(t, SRC "local.h", "#define LOCAL 1\n");
	tree_write(t, SRC "p.c", "/* fixture: out=libp.so */\nint p = 1;\n");
	tree_write(t, SRC "user.c", "/* fixture: needs=libp.so */\nint user = 1;\n");
	tree_write(t, SRC "d.py", "x = 1\n");
	o = tree_make(t);
	UNIT_CHECK(!o.status && !*o.text, "exit status %d: %s", o.status, o.text);
}

static void
test_rebuild(void)
{
	static const struct {
		const char *path, *text; /* this file is changed, */
		const char *again;       /* these products are built again, */
		const char *gone;        /* and these are deleted */
	} rows[] = {
		{SRC "local.h", "#define LOCAL 1\n", "", ""}, /* written again with the same text */
		{SRC "local.h", "#define LOCAL 2\n", "bare.x.so", ""},
		{SRC "a.c", SAYS "int more;\n", "a.x.so", ""},
		{SRC "b.c", "/* fixture: ldflags=-Wl,-z,now check=bindnow */\n" SAYS, "b.x.so", ""},
		{SRC "p.c", "/* fixture: out=libp.so */\nint p = 2;\n", "libp.so user.x.so", ""},
		{SRC "d.py", "x = 2\n", "d.py", ""},
		{"fixtures-src/include/fx.h", fx, "", ""},
		{"fixtures-src/include/fx.h", fx_more, "a.x.so b.x.so", ""},
		{SRC "new.c", "int new;\n", "", ""},
		{SRC "a.c", NULL, "", "a.x.so"},
		{SRC "b.c", "/* fixture: out=other.so */\n" SAYS, "", "b.x.so"},
		{SRC "p.c", "/* fixture: out=libq.so out=libp.so */\nint p = 2;\n",
		 "libp.so user.x.so", ""},
	};
	unsigned long long before[LENGTH(built)];
	struct tree t;

	open_to_rebuild(&t);
	for (size_t i = 0; i <= LENGTH(rows); i++) {
		const char *again = i ? rows[i - 1].again : "", *gone = i ? rows[i - 1].gone : "";

		/* first nothing is changed */
		for (size_t k = 0; k < LENGTH(built); k++)
			before[k] = tree_stamp(&t, arena_printf(&t.mem, OUT "%s", built[k]));
		if (i)
			tree_write(&t, rows[i - 1].path, rows[i - 1].text);
		UNIT_CHECK(!tree_make(&t).status, "row %zu: does not build", i);
		for (size_t k = 0; k < LENGTH(built); k++) {
			unsigned long long now =
				tree_stamp(&t, arena_printf(&t.mem, OUT "%s", built[k]));
			bool was = before[k] != 0, changed = now && now != before[k];

			UNIT_CHECK(changed == (strstr(again, built[k]) != NULL),
				   "row %zu: %s was%s built", i, built[k], changed ? "" : " not");
			UNIT_CHECK((was && !now) == (strstr(gone, built[k]) != NULL),
				   "row %zu: %s is%s there", i, built[k], now ? "" : " not");
		}
	}
	UNIT_CHECK(tree_has(&t, OUT "new.x.so") && tree_has(&t, OUT "other.so"), "not built");
	tree_close(&t);
}

/* otherwise a package without sources would still be found as a namespace package */
static void
test_no_folder_left(void)
{
	struct tree t;

	tree_open(&t);
	tree_write(&t, SRC "a.c", "int a;\n");
	tree_write(&t, SRC "pkg/in/x.c", "int x;\n");
	UNIT_CHECK(!tree_make(&t).status && tree_has(&t, OUT "pkg/in/x.x.so"), "not built");
	tree_write(&t, SRC "pkg/in/x.c", NULL);
	tree_write(&t, SRC "new/y.c", "int y;\n");
	UNIT_CHECK(!tree_make(&t).status && tree_has(&t, OUT "new/y.x.so"), "not built");
	UNIT_CHECK(!tree_has(&t, OUT "pkg") && tree_has(&t, OUT "a.x.so"), "pkg is still there");
	tree_close(&t);
}

static void
test_mistakes(void)
{
	static const struct {
		const char *text, *says;
	} rows[] = {
		{"/* fixture: ldflag=-x */\n", "fixtures-src/area/f.c:1: unknown key 'ldflag'"},
		{"int x;\n/* fixture: lazy */\n",
		 "fixtures-src/area/f.c:2: 'lazy' is not KEY=VALUE"},
		{"/* fixture: out= */\n", "f.c:1: 'out=' is not KEY=VALUE"},
		{"/* fixture: out=a.so\n *   nonsense */\n", "f.c:2: 'nonsense' is not KEY=VALUE"},
		{"/* fixture: out=a.so\n", "f.c:1: the fixture comment has no end"},
		{"// fixture: out=a.so\n", "f.c:1: a fixture comment begins with '/* fixture:'"},
		{"/* fixture: needs=libno.so */\n", "f.c:1: needs libno.so, but no source"},
		{"/* fixture: check=nonsense */\n", "f.c:1: check: unknown property 'nonsense'"},
		{"/* fixture: out=good.x.so */\n",
		 "good.c:1: good.x.so is also made by fixtures-src/area/f.c"},
		{"/* fixture: out=b/c.so */\n", "'b/c.so' is in another folder"},
		{"/* fixture: names=" LONG251 " */\n", "name of 256 bytes"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct tree t;
		struct output o;

		tree_open(&t);
		tree_write(&t, SRC "f.c", rows[i].text);
		tree_write(&t, SRC "good.c", "int good;\n");
		o = tree_make(&t);
		UNIT_CHECK(o.status == 2 && strstr(o.text, rows[i].says), "%s: status %d, %s",
			   rows[i].text, o.status, o.text);
		UNIT_CHECK(!tree_has(&t, OUT "good.x.so"), "%s: built", rows[i].text);
		tree_close(&t);
	}
}

static void
test_failures(void)
{
	static const struct {
		const char *bad, *says;
	} rows[] = {
		{"int bad = nonsense;\n", "error: "},
		{"int bad(void);\nint bad(void) { int unused; return 1; }\n", "unused"},
		{"/* fixture: check=undef:bad */\nint bad;\n",
		 "expected undef:bad, found it defined"},
		{"/* fixture: ldflags=-Wl,-z,defs */\nint no(void);\nint bad(void);\n"
		 "int bad(void) { return no(); }\n",
		 "no"},
		{"/* fixture: needs=libp.so */\nint bad;\n",
		 "needs area/libp.so, which could not be built"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct tree t;
		struct output o;

		tree_open(&t);
		tree_write(&t, SRC "bad.c", "int bad;\n");
		tree_write(&t, SRC "good.c", "int good;\n");
		tree_write(&t, SRC "p.c",
			   i + 1 < LENGTH(rows) ? "" : "/* fixture: out=libp.so */\nnonsense\n");
		UNIT_CHECK(i + 1 == LENGTH(rows) || !tree_make(&t).status, "row %zu", i);
		tree_write(&t, SRC "bad.c", rows[i].bad);
		tree_write(&t, SRC "good.c", "int good = 1;\n");
		o = tree_make(&t);
		UNIT_CHECK(o.status &&
				   strstr(o.text, SRC "bad.c: cannot build for abi:\n") &&
				   strstr(o.text, rows[i].says),
			   "%s: %s", rows[i].bad, o.text);
		UNIT_CHECK(!tree_has(&t, OUT "bad.x.so") && tree_has(&t, OUT "good.x.so"), "%s",
			   rows[i].bad);
		/* it fails again, with the same message, until it is right */
		UNIT_CHECK(tree_make(&t).status, "%s: forgotten", rows[i].bad);
		tree_write(&t, SRC "p.c", "/* fixture: out=libp.so */\nint p;\n");
		tree_write(&t, SRC "bad.c", "int bad;\n");
		o = tree_make(&t);
		UNIT_CHECK(!o.status && tree_has(&t, OUT "bad.x.so"), "%s: %s", rows[i].bad,
			   o.text);
		tree_close(&t);
	}
}

/* a library that is found only at load time, in a folder of the rpath, must build, too */
static void
test_searched_folder_fails(void)
{
	struct output o;
	struct tree t;

	tree_open(&t);
	tree_write(&t, SRC "lib.c", "/* fixture: out=lib.so */\nint lib;\n");
	tree_write(&t, SRC "one/lib.c", "/* fixture: out=lib.so */\nint lib = nonsense;\n");
	tree_write(&t, SRC "user.c", "/* fixture: needs=lib.so ldflags=-Wl,-rpath,"
				     "$ORIGIN/two:$ORIGIN/one */\nint user;\n");
	o = tree_make(&t);
	UNIT_CHECK(o.status && strstr(o.text, "needs area/one/lib.so, which could not be built") &&
			   !tree_has(&t, OUT "user.x.so"),
		   "exit status %d: %s", o.status, o.text);
	tree_write(&t, SRC "one/lib.c", "/* fixture: out=lib.so */\nint lib = 1;\n");
	o = tree_make(&t);
	UNIT_CHECK(!o.status && tree_has(&t, OUT "user.x.so"), "exit status %d: %s", o.status,
		   o.text);
	tree_close(&t);
}

static void
test_headers_do_not_compile(void)
{
	struct output o;
	struct tree t;

	tree_open(&t);
	tree_write(&t, "fixtures-src/include/fx.h", "#include <Python.h>\n");
	tree_write(&t, SRC "a.c", "int a;\n");
	o = tree_make(&t);
	UNIT_CHECK(o.status && strstr(o.text, "fixtures-src/include/fx.h: cannot build for abi:") &&
			   strstr(o.text, "Python.h"),
		   "%s", o.text);
	UNIT_CHECK(!tree_has(&t, OUT "a.x.so"), "built");
	tree_close(&t);
}

void
unit_fixtures(void)
{
	static const struct {
		const char *name;
		void (*run)(void);
	} tests[] = {
		{"each source becomes its products", test_products},
		{"only changed products are built again", test_rebuild},
		{"no folder without a product is left", test_no_folder_left},
		{"a mistake in a fixture comment stops all", test_mistakes},
		{"a failed fixture keeps its reason", test_failures},
		{"a library in a run path is needed", test_searched_folder_fails},
		{"headers that do not compile stop all", test_headers_do_not_compile},
	};
	CU_pSuite suite = CU_add_suite("fixtures", NULL, NULL);

	for (size_t i = 0; i < LENGTH(tests); i++)
		CU_add_test(suite, tests[i].name, tests[i].run);
	unit_fixtures_tool();
	unit_fixcheck();
	unit_elfedit();
	unit_srccheck();
	unit_bootstrap();
	unit_quick_start();
}
