/* Tests `field` with the default interpreter, on modules that are compiled here. */
#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "cli_support.h"
#include "base/text.h"
#include "base/util.h"
#include "explore/modules.h"
#include "units.h"

/* NAME.c for a module; body is its export hook's */
static void
write_module(struct cli *c, const char *name, const char *slots, const char *body)
{
	cli_write(c, arena_printf(&c->mem, "%s.c", name),
		  "#include <Python.h>\n"
		  "static PyModuleDef_Slot slots[] = {{0, NULL}};\n"
		  "static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = \"m\", %s};\n"
		  "PyMODINIT_FUNC PyInit_%s(void) { (void)slots; %s }\n", slots, name, body);
}

/* compile name.c to the file out */
static void
compile(struct cli *c, const char *name, const char *out)
{
	const char *python = cli_python(c);
	static const char command[] =
		"folder() { '%s' -c \"import sysconfig as s; print(s.get_path('$1'))\"; }; "
		"cc -shared -fPIC -I \"$(folder include)\" -I \"$(folder platinclude)\" "
		"-o '%s' %s.c";
	struct cli_ran ran = cli_shell(c, c->root,
				       arena_printf(&c->mem, command, python, out, name));

	UNIT_CHECK(!ran.exit_code, "%s", ran.text);
}

/* a package with a module of each style, a library, a file for another loader */
static void
make_modules(struct cli *c)
{
	cli_write(c, "lib/pack/__init__.py", "# a package\n");
	write_module(c, "single", ".m_size = -1", "return PyModule_Create(&def);");
	write_module(c, "multi", ".m_slots = slots", "return PyModuleDef_Init(&def);");
	write_module(c, "fails", ".m_slots = slots",
		     "PyErr_SetString(PyExc_OSError, \"no luck\"); return NULL;");
	compile(c, "single", "lib/single.so");
	compile(c, "multi", "lib/pack/multi.so");
	compile(c, "multi", "lib/pack/multi.cpython-12-other.so");
	compile(c, "multi", "lib/libno_hook.so");
}

static void
test_modules(void)
{
	struct cli c;
	struct modules m;
	char *folders[] = {NULL, NULL};

	cli_open(&c);
	make_modules(&c);
	folders[0] = arena_printf(&c.mem, "%s/lib", c.root);
	UNIT_CHECK(!modules_find(&c.mem, &m, folders, ".cpython-399-none.so"), "not found");
	UNIT_CHECK(m.n == 2 && m.other_abi == 1 && m.no_hook == 1, "%zu, %zu, %zu", m.n,
		   m.other_abi, m.no_hook);
	UNIT_CHECK(m.n == 2 && !strcmp(m.v[0].name, "pack.multi") &&
			   !strcmp(module_short_name(&m.v[0]), "multi") &&
			   text_ends(m.v[0].root, "/lib") && m.v[0].style == MODULE_MULTI,
		   "%s in %s", m.v[0].name, m.v[0].root);
	UNIT_CHECK(m.n == 2 && !strcmp(m.v[1].name, "single") && m.v[1].style == MODULE_SINGLE,
		   "%s", m.v[1].name);
	free(m.v);
	folders[0] = arena_printf(&c.mem, "%s/absent", c.root);
	UNIT_CHECK(modules_find(&c.mem, &m, folders, ".so") != 0, "a folder that is not there");
	cli_close(&c);
}

static void
test_one_loader(void)
{
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	make_modules(&c);
	compile(&c, "fails", "lib/fails.so");
	ran = cli_run(&c, "field --loader %s %s/lib", cli_python(&c), c.root);
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, "fails: OSError \"no luck\"\n") &&
			   strstr(ran.text, "single-phase   1 of 2 load\n") &&
			   strstr(ran.text, "multi-phase    1 of 1 load\n") &&
			   strstr(ran.text, "1 files with another tag, 1 without an export") &&
			   strstr(ran.text, "2 of 3 modules load\n"),
		   "%d:\n%s", ran.exit_code, ran.text);
	cli_close(&c);
}

static void
test_two_loaders(void)
{
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	make_modules(&c);
	ran = cli_run(&c, "field --loader %s --loader %s %s/lib", cli_python(&c), cli_python(&c),
		      c.root);
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, "SAME: 2 modules in 5 ways each; 2 load "),
		   "%d:\n%s", ran.exit_code, ran.text);
	cli_write(&c, "names.py",
		  "import _imp\n"
		  "exec_dynamic = _imp.exec_dynamic\n"
		  "right = _imp.create_dynamic\n"
		  "def create_dynamic(spec, file=None):\n"
		  "    module = right(spec)\n"
		  "    module.__file__ = 'elsewhere'\n"
		  "    module.extra = 1\n"
		  "    return module\n");
	ran = cli_run(&c, "field --loader %s --plugin %s/names.py %s/lib", cli_python(&c), c.root,
		      c.root);
	UNIT_CHECK(ran.exit_code == 1 && strstr(ran.text, "DIFFERENT: 2 modules in 5 ways") &&
			   strstr(ran.text, "pack.multi, import: "), "%d:\n%s", ran.exit_code,
		   ran.text);
	cli_close(&c);
}

/* what is known is no difference; JSON has each module */
static void
test_known(void)
{
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	make_modules(&c);
	compile(&c, "fails", "lib/fails.so");
	cli_write(&c, "adds.py",
		  "import _imp\n"
		  "exec_dynamic = _imp.exec_dynamic\n"
		  "right = _imp.create_dynamic\n"
		  "def create_dynamic(spec, file=None):\n"
		  "    module = right(spec)\n"
		  "    module.extra = 1\n"
		  "    return module\n");
	cli_write(&c, "known", "# the attribute is new\n*\n");
	ran = cli_run(&c, "field --loader %s --plugin %s/adds.py --known %s/known -o "
		      "json:%s/found.json %s/lib", cli_python(&c), c.root, c.root, c.root, c.root);
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, "SAME: 3 modules in 5 ways each; 2 load "),
		   "%d:\n%s", ran.exit_code, ran.text);
	ran = cli_shell(&c, c.root, "grep -A4 '\"name\": \"fails\"' found.json");
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, "\"loads\": false") &&
			   strstr(ran.text, "\"why\": \"OSError "), "%s", ran.text);
	cli_close(&c);
}

static void
test_mistakes(void)
{
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	ran = cli_run(&c, "field");
	UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, "field: expected a folder"), "%s",
		   ran.text);
	ran = cli_run(&c, "field --loader %s %s/absent", cli_python(&c), c.root);
	UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, "field: no folder"), "%s", ran.text);
	cli_write(&c, "empty/x.txt", "x\n");
	ran = cli_run(&c, "field --loader %s %s/empty", cli_python(&c), c.root);
	UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, "field: no extension module"), "%s",
		   ran.text);
	ran = cli_run(&c, "field --rounds 3 x");
	UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, "go with explore only"), "%s", ran.text);
	cli_close(&c);
}

void
unit_cli_field(void)
{
	CU_TestInfo tests[] = {
		{"modules below a folder", test_modules},
		{"under one loader", test_one_loader},
		{"under two loaders", test_two_loaders},
		{"causes that are known, and JSON", test_known},
		{"mistakes", test_mistakes},
		CU_TEST_INFO_NULL,
	};
	CU_SuiteInfo suites[] = {{.pName = "cli-field", .pTests = tests}, CU_SUITE_INFO_NULL};

	CU_register_suites(suites);
}
