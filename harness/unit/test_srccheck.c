#include <CUnit/CUnit.h>
#include <string.h>

#include "tree.h"
#include "units.h"

#define TEN(text) text text text text text text text text text text
#define GOOD "int\nf(void)\n{\n\treturn 1;\n}\n"

static const struct {
	const char *path, *text;
	const char *says; /* a part of the only complaint, or NULL */
} rows[] = {
	{"harness/util.c", GOOD, NULL},
	{"harness/util.c", "", NULL},
	{"harness/util.c", "int x; \n", "harness/util.c:1: blank at the end"},
	{"harness/util.c", "int x;\t\n", "blank at the end"},
	{"harness/util.c", "int x;", "the last line has no newline"},
	{"harness/util.c", "int x[] = {\n        1};\n", "util.c:2: indented by blanks"},
	{"harness/util.c", "int x[] = {\n        \"1\"};\n", "util.c:2: indented by blanks"},
	{"harness/util.c", "int x[] = {\n  \t1};\n", "util.c:2: indented by blanks"},
	{"harness/util.c", "int x[] = {\n\t    1};\n", NULL},
	{"harness/util.c", "/* a\n          picture */\n", NULL},
	{"harness/util.c", "/*\t" TEN("12345678 ") "*/\n", NULL},
	{"harness/util.c", "/*\t" TEN("12345678 ") " */\n", "util.c:1: 101 columns"},
	{"harness/util.c", "/*\t" TEN("1234567\303\276 ") "*/\n", NULL},
	{"harness/util.c", "/* " TEN("123") TEN("123") TEN("123") " and more and more */\n", NULL},
	{"harness/util.c", "int x; // y\n", "util.c:1: comments are"},
	{"harness/util.c", "char x[] = \"//\";\n", NULL},
	{"harness/util.c", "int\nf(void)\n{\n\treturn atoi(x);\n}\n",
	 "util.c:4: atoi() is not used"},
	{"harness/util.c", "int\nf(void)\n{\n\treturn my_atoi(x) + y.system;\n}\n", NULL},
	{"harness/util.c", "/* atoi(x) */\nchar x[] = \"\\\"atoi(x)\";\n", NULL},
	{"harness/util.c", "int f(void)\n{\n}\n", "util.c:2: a function's name must begin"},
	{"harness/util.c", "int\nf(void) {\n}\n", "util.c:2: a function's opening brace"},
	{"harness/util.c", "static const int x[] = {\n\t1,\n};\nstruct s {\n\tint x;\n};\n", NULL},
	{"harness/util.c", TEN(TEN("int x;\n\n\n")) TEN(TEN("int x;\n\n\n")) "\n", "601 lines"},
	{"harness/util.c", TEN(TEN("int x;\n\n\n")) TEN(TEN("int x;\n\n\n")), NULL},
	{"harness/util.c",
	 "int\nf(void)\n{\n" TEN("\tg();\n\tg();\n\n\n\n\n\n") "\n\n\n\n\n\n\n}\n", NULL},
	{"harness/util.c",
	 "int\nf(void)\n{\n" TEN("\tg();\n\tg();\n\n\n\n\n\n") "\n\n\n\n\n\n\n\n}\n",
	 "util.c:2: f() has 81 lines"},
	{"harness/options.c", "int\nparse(void)\n{\n" TEN("\n\n\n\n\n\n\n\n\n\n") "}\n", NULL},
	{"harness/options.c", "int\nother(void)\n{\n" TEN("\n\n\n\n\n\n\n\n\n\n") "}\n",
	 "other() has 103 lines, more than 80"},
	{"harness/util.h", "#ifndef UTIL_H\n#define UTIL_H\n#endif\n", NULL},
	{"harness/util.h", "/* x */\n\nint x;\n", "a header begins with '#ifndef UTIL_H'"},
	{"harness/util.h", "#ifndef OTHER_H\n#define OTHER_H\n#endif\n", "'#ifndef UTIL_H'"},
	/* includes of lower folders, the own one, the same level, higher and unknown folders */
	{"harness/format/text.c", "#include \"base/util.h\"\n#include \"format/text.h\"\n", NULL},
	{"harness/format/text.c", "#include \"process/sched.h\"\n",
	 "text.c:1: format includes process, which is not below it"},
	{"harness/base/util.c", "int x;\n#include \"format/text.h\"\n",
	 "util.c:2: base includes format, which is not below it"},
	{"harness/report/rep.c", "#include \"fixtures/catalog.h\"\n", "report includes fixtures"},
	{"harness/run/run.c", "#include \"options.h\"\n", "run includes harness"},
	{"harness/main.c", "#include \"run/run.h\"\n#include \"lint.h\"\n", NULL},
	{"harness/tools/x/x.c", "#include \"format/expr.h\"\n#include \"tools/x/x.h\"\n", NULL},
	{"harness/tools/x/x.c", "#include \"run/run.h\"\n", "tools/x includes run"},
	{"harness/tools/x/x.c", "#include \"tools/y/y.h\"\n", "tools/x includes tools/y"},
	{"harness/run/run.c", "#include \"unit/rows.h\"\n", "a file whose folder has no level"},
	{"harness/run/run.c", "/*\n#include \"options.h\"\n*/\n", NULL},
	{"harness/newcomer/x.c", "int x;\n", "newcomer/x.c:1: the folder has no level"},
	{"harness/unit/test_x.c", "#include \"main.h\"\n", NULL},
	{"fixtures-src/a/x.c", "int f(void) { return atoi(x); } // fine\n", NULL},
	{"fixtures-src/a/x.c", "int x; \n", "fixtures-src/a/x.c:1: blank"},
	{"cases/a/x.case", "summary: x \n", "cases/a/x.case:1: blank"},
	{"cases/a/x.case", "import " TEN("12345678 ") "12345678 x\n", NULL},
	{"expected/a/x.out", "| a \n        x\n", NULL},
};

static void
test_rules(void)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct output o;
		struct tree t;

		tree_open(&t);
		for (size_t k = 0; k < 4; k++) {
			static const char *const folders[] = {"harness", "fixtures-src", "cases",
							      "expected"};

			tree_write(&t, arena_printf(&t.mem, "%s/.keep", folders[k]), "");
		}
		tree_write(&t, rows[i].path, rows[i].text);
		o = tree_run(&t, (const char *[]){arena_printf(&t.mem, "%s/srccheck", t.build),
						  t.dir, NULL});
		if (rows[i].says) {
			UNIT_CHECK(o.status == 1 && strstr(o.text, rows[i].says),
				   "row %zu: status %d, %s", i, o.status, o.text);
			UNIT_CHECK(strchr(o.text, '\n') == o.text + strlen(o.text) - 1,
				   "row %zu: not one complaint: %s", i, o.text);
		} else {
			UNIT_CHECK(!o.status && !*o.text, "row %zu: status %d, %s", i, o.status,
				   o.text);
		}
		tree_close(&t);
	}
}

static void
test_stats(void)
{
	struct output o;
	struct tree t;

	tree_open(&t);
	tree_write(&t, "fixtures-src/x.c", "");
	tree_write(&t, "cases/x", "");
	tree_write(&t, "expected/x", "");
	tree_write(&t, "harness/util.c",
		   GOOD "\nint\ng(void)\n{\n}\n\nint\nh(void)\n{\n\n\n\n\n}\n");
	o = tree_run(&t, (const char *[]){arena_printf(&t.mem, "%s/srccheck", t.build), "--stats",
					  t.dir, NULL});
	UNIT_CHECK(!o.status &&
			   strstr(o.text, "     19         3      4    7    7  harness/util.c\n") &&
			   strstr(o.text, "     19         3      4    7    7  all\n"),
		   "%d: %s", o.status, o.text);
	tree_close(&t);
}

void
unit_srccheck(void)
{
	CU_pSuite suite = CU_add_suite("srccheck", NULL, NULL);

	CU_add_test(suite, "each rule", test_rules);
	CU_add_test(suite, "sizes", test_stats);
}
