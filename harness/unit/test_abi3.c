/* Tests the table of the stable ABI, the tags of wheels, and what a file uses beyond them. */
#include <CUnit/CUnit.h>
#include <string.h>

#include "base/util.h"
#include "explore/abi3.h"
#include "explore/stable_abi.h"
#include "tree.h"
#include "units.h"

static const char table[] = "harness/explore/stable_abi.txt";

static void
test_table(void)
{
	struct arena a = {0};
	struct stable_abi abi;

	UNIT_CHECK(!stable_abi_read(&a, &abi, table), "the table");
	UNIT_CHECK(abi.n > 900 && abi.newest >= 13, "%zu symbols, up to 3.%d", abi.n, abi.newest);
	UNIT_CHECK(stable_abi_added(&abi, "PyModule_Create2") == 2 &&
			   stable_abi_added(&abi, "PyModuleDef_Init") == 5 &&
			   stable_abi_added(&abi, "PyObject_GetBuffer") == 11 &&
			   stable_abi_added(&abi, "_Py_NoneStruct") == 2, "versions");
	UNIT_CHECK(!stable_abi_added(&abi, "PyUnicode_AsUTF8") ||
			   stable_abi_added(&abi, "PyUnicode_AsUTF8") == 13, "PyUnicode_AsUTF8");
	UNIT_CHECK(!stable_abi_added(&abi, "_PyObject_GC_TRACK") &&
			   !stable_abi_added(&abi, ""), "what is not in it");
	arena_free(&a);
}

static void
test_table_mistakes(void)
{
	static const char *const bad[] = {"PyA\n", "PyA 3.2 x\n", "PyA 2.7\n", "PyA 3.x\n",
					  "PyB 3.2\nPyA 3.2\n", "PyA 3.2\nPyA 3.2\n"};
	struct tree t;
	struct stable_abi abi;

	tree_open(&t);
	for (size_t i = 0; i < LENGTH(bad); i++) {
		tree_write(&t, "table", bad[i]);
		UNIT_CHECK(stable_abi_read(&t.mem, &abi,
					   arena_printf(&t.mem, "%s/table", t.dir)) != 0,
			   "accepted: %s", bad[i]);
	}
	UNIT_CHECK(stable_abi_read(&t.mem, &abi, "absent") != 0, "an absent table");
	tree_close(&t);
}

static void
test_tags(void)
{
	static const struct {
		const char *wheel;
		int minor;
	} t[] = {
		{"Wheel-Version: 1.0\nTag: cp37-abi3-manylinux_2_17_x86_64\n", 7},
		{"Tag: cp311-abi3-a\nTag: cp39-abi3-b\n", 9},
		{"Tag: cp38.cp310-abi3-a\n", 8},
		{"Tag: cp313-cp313-a\n", 0},
		{"Tag: py3-none-any\n", 0},
		{"Tag: abi3\n", 0},
		{"Tag: cp3x-abi3-a\n", 0},
		{"", 0},
	};
	struct arena a = {0};

	for (size_t i = 0; i < LENGTH(t); i++)
		UNIT_CHECK(abi3_declared(&a, t[i].wheel) == t[i].minor, "%s: %d", t[i].wheel,
			   abi3_declared(&a, t[i].wheel));
	arena_free(&a);
}

/* uses a symbol of 3.11, one that is in no stable ABI, a weak one, and one of another library */
static const char source[] =
	"extern int PyObject_GetBuffer(void), _PyObject_New_Fast(void), puts(const char *);\n"
	"extern int PyModule_Create2(void);\n"
	"extern int PyWeak_One(void) __attribute__((weak));\n"
	"int PyOwn_Name(void) { return 1; }\n"
	"int use(void) { return PyObject_GetBuffer() + _PyObject_New_Fast() + puts(\"\") +\n"
	"	PyModule_Create2() + PyOwn_Name() + (PyWeak_One ? PyWeak_One() : 0); }\n";

static void
look(struct tree *t, const struct stable_abi *abi, struct abi3_use *use)
{
	abi3_look(&t->mem, use, arena_printf(&t->mem, "%s/lib/pack/x.abi3.so", t->dir), abi);
}

static void
test_use(void)
{
	struct tree t;
	struct stable_abi abi;
	struct abi3_use use;
	struct output o;

	tree_open(&t);
	UNIT_CHECK(!stable_abi_read(&t.mem, &abi, table), "the table");
	tree_write(&t, "x.c", source);
	tree_write(&t, "lib/pack/empty", "");
	o = tree_run(&t, (const char *[]){"cc", "-shared", "-fPIC", "-o",
					  arena_printf(&t.mem, "%s/lib/pack/x.abi3.so", t.dir),
					  arena_printf(&t.mem, "%s/x.c", t.dir), NULL});
	UNIT_CHECK(!o.status, "%s", o.text);
	look(&t, &abi, &use);
	UNIT_CHECK(!use.declared && use.n == 1 && !strcmp(use.beyond[0].name, "_PyObject_New_Fast"),
		   "nothing declared: %d, %zu", use.declared, use.n);
	tree_write(&t, "lib/other-1.dist-info/RECORD", "other/x.abi3.so,,\nz/pack/x.abi3.so,,\n");
	tree_write(&t, "lib/other-1.dist-info/WHEEL", "Tag: cp312-abi3-any\n");
	tree_write(&t, "lib/pack-1.dist-info/RECORD", "pack/y.py,,\npack/x.abi3.so,sha256=1,2\n");
	tree_write(&t, "lib/pack-1.dist-info/WHEEL", "Tag: cp310-abi3-any\n");
	look(&t, &abi, &use);
	UNIT_CHECK(use.declared == 10 && use.n == 2 &&
			   !strcmp(use.beyond[0].name, "PyObject_GetBuffer") &&
			   use.beyond[0].added == 11 && !use.beyond[1].added,
		   "3.10 declared: %d, %zu", use.declared, use.n);
	tree_write(&t, "lib/pack-1.dist-info/WHEEL", "Tag: cp311-abi3-any\n");
	look(&t, &abi, &use);
	UNIT_CHECK(use.declared == 11 && use.n == 1, "3.11 declared: %d, %zu", use.declared,
		   use.n);
	tree_close(&t);
}

void
unit_abi3(void)
{
	CU_TestInfo tests[] = {
		{"the table", test_table},
		{"mistakes in the table", test_table_mistakes},
		{"tags of wheels", test_tags},
		{"what a file uses", test_use},
		CU_TEST_INFO_NULL,
	};
	CU_SuiteInfo suites[] = {{.pName = "abi3", .pTests = tests}, CU_SUITE_INFO_NULL};

	CU_register_suites(suites);
}
