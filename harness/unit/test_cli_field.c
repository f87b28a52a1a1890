/* Tests `field` with the default interpreter, on modules that are compiled here. */
#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "cli_support.h"
#include "base/text.h"
#include "base/util.h"
#include "explore/modules.h"
#include "units.h"
#include "zips.h"

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
		"-o %s %s.c";
	struct cli_ran ran = cli_shell(c, c->root,
				       arena_printf(&c->mem, command, python, out, name));

	UNIT_CHECK(!ran.exit_code, "%s", ran.text);
}

/* a plug-in whose modules have one attribute more */
static void
write_adds(struct cli *c)
{
	cli_write(c, "adds.py",
		  "import _imp\n"
		  "exec_dynamic = _imp.exec_dynamic\n"
		  "right = _imp.create_dynamic\n"
		  "def create_dynamic(spec, file=None):\n"
		  "    module = right(spec)\n"
		  "    module.extra = 1\n"
		  "    return module\n");
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
	static const char *const suffixes[] = {".cpython-399-none.so", ".abi3.so", ".so", NULL};
	static const char *const path[] = {"", NULL};
	const struct imports loader = {suffixes, path}, plain = {suffixes + 2, path};
	struct cli c;
	struct modules m = {0};
	const char *lib;

	cli_open(&c);
	make_modules(&c);
	compile(&c, "single", "lib/single.abi3.so");
	cli_write(&c, "lib/x.whl", "no zip file\n");
	lib = arena_printf(&c.mem, "%s/lib", c.root);
	modules_look(&c.mem, &m, lib, NULL, &loader);
	modules_sort(&m);
	UNIT_CHECK(m.n == 3 && m.other_abi == 1 && m.no_hook == 1 && m.narchives == 1,
		   "%zu, %zu, %zu, %zu", m.n, m.other_abi, m.no_hook, m.narchives);
	UNIT_CHECK(m.n == 3 && !strcmp(m.v[0].name, "pack.multi") &&
			   !strcmp(module_short_name(&m.v[0]), "multi") &&
			   text_ends(m.v[0].root, "/lib") && m.v[0].style == MODULE_MULTI &&
			   m.v[0].kind == MODULE_PLAIN,
		   "%s in %s", m.v[0].name, m.v[0].root);
	UNIT_CHECK(m.n == 3 && !strcmp(m.v[1].name, "single") && m.v[1].kind == MODULE_ABI3 &&
			   m.v[1].style == MODULE_SINGLE, "%s", m.v[1].name);
	modules_free(&m);
	/* a folder with only one suffix; where the root is known, folders are namespaces */
	modules_look(&c.mem, &m, c.root, c.root, &plain);
	modules_sort(&m);
	UNIT_CHECK(m.n == 2 && m.other_abi == 2 && !m.narchives, "%zu, %zu", m.n, m.other_abi);
	UNIT_CHECK(m.n == 2 && !strcmp(m.v[0].name, "lib.pack.multi") &&
			   !strcmp(m.v[0].root, c.root), "%s", m.v[0].name);
	modules_free(&m);
	cli_close(&c);
}

/* the name and the root of the module in lib/name_space/inner, a namespace package */
static void
check_root(struct cli *c, const char *folder, const char *path, const char *name,
	   const char *root)
{
	static const char *const suffixes[] = {".so", NULL};
	const char *const paths[] = {"/elsewhere", path, NULL};
	const struct imports loader = {suffixes, paths};
	struct modules m = {0};

	modules_look(&c->mem, &m, arena_printf(&c->mem, "%s/%s", c->root, folder), NULL, &loader);
	UNIT_CHECK(m.n == 1 && !strcmp(m.v[0].name, name) &&
			   !strcmp(m.v[0].root, arena_printf(&c->mem, "%s/%s", c->root, root)),
		   "%s in %s", m.n ? m.v[0].name : "", m.n ? m.v[0].root : "none");
	modules_free(&m);
}

/* folders without __init__.py are packages where what is installed begins above them */
static void
test_namespace_packages(void)
{
	static const char below[] = "lib/name_space/inner";
	struct cli c;
	const char *lib;

	cli_open(&c);
	lib = arena_printf(&c.mem, "%s/lib", c.root);
	cli_write(&c, "lib/name_space/inner/readme", "no package\n");
	write_module(&c, "multi", ".m_slots = slots", "return PyModuleDef_Init(&def);");
	compile(&c, "multi", "lib/name_space/inner/multi.so");
	check_root(&c, "lib", NULL, "multi", below);
	check_root(&c, "lib", lib, "name_space.inner.multi", "lib");
	cli_write(&c, "lib/some-1.dist-info/RECORD", "name_space/inner/multi.so,,\n");
	check_root(&c, "lib", NULL, "name_space.inner.multi", "lib");
	check_root(&c, below, NULL, "name_space.inner.multi", "lib");
	/* a package in the namespace, and a namespace in the package */
	cli_write(&c, "lib/name_space/inner/__init__.py", "# a package\n");
	check_root(&c, below, NULL, "name_space.inner.multi", "lib");
	cli_write(&c, "lib/name_space/__init__.py", "# a package\n");
	cli_write(&c, "lib/name_space/inner/more/readme", "no package\n");
	cli_shell(&c, lib, "mv name_space/inner/multi.so name_space/inner/more");
	check_root(&c, below, NULL, "name_space.inner.more.multi", "lib");
	/* no package has a name with a dot */
	cli_shell(&c, lib, "mv name_space/inner/more name_space/inner/2.0");
	check_root(&c, "lib", NULL, "multi", "lib/name_space/inner/2.0");
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

/* a package may take longer than a case, but not for ever */
static void
test_time(void)
{
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	cli_write(&c, "lib/readme", "one module\n");
	write_module(&c, "slow", ".m_slots = slots",
		     "PyRun_SimpleString(\"import time; time.sleep(4)\");"
		     "return PyModuleDef_Init(&def);");
	compile(&c, "slow", "lib/slow.so");
	ran = cli_run(&c, "field --loader %s --timeout-scale 0.3 %s/lib", cli_python(&c), c.root);
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, "1 of 1 modules load\n"), "%d:\n%s",
		   ran.exit_code, ran.text);
	ran = cli_run(&c, "field --loader %s --limit time=1 %s/lib", cli_python(&c), c.root);
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, "0 of 1 modules load\n"), "%d:\n%s",
		   ran.exit_code, ran.text);
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
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, "SAME: 2 modules in 3 ways each; 2 load "),
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
	UNIT_CHECK(ran.exit_code == 1 && strstr(ran.text, "DIFFERENT: 2 modules in 3 ways") &&
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
	write_adds(&c);
	cli_write(&c, "known", "# the attribute is new\n*\n");
	ran = cli_run(&c, "field --loader %s --plugin %s/adds.py --known %s/known -o "
		      "json:%s/found.json %s/lib", cli_python(&c), c.root, c.root, c.root, c.root);
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, "SAME: 3 modules in 3 ways each; 2 load "),
		   "%d:\n%s", ran.exit_code, ran.text);
	ran = cli_shell(&c, c.root, "grep -A7 '\"name\": \"fails\"' found.json");
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, "\"loads\": false") &&
			   strstr(ran.text, "\"why\": \"OSError "), "%s", ran.text);
	cli_close(&c);
}

/* the page has each module, what differs, and no text of a module that a browser obeys */
static void
test_html(void)
{
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	make_modules(&c);
	write_module(&c, "marked", ".m_slots = slots",
		     "PyErr_SetString(PyExc_OSError, \"<b> & </table>\"); return NULL;");
	compile(&c, "marked", "lib/marked.so -Wl,--no-as-needed -lelf");
	write_adds(&c);
	ran = cli_run(&c, "field --loader %s -o html:%s/one.html %s/lib", cli_python(&c), c.root,
		      c.root);
	UNIT_CHECK(!ran.exit_code, "%d:\n%s", ran.exit_code, ran.text);
	ran = cli_run(&c, "field --loader %s --plugin %s/adds.py -o html:%s/two.html %s/lib",
		      cli_python(&c), c.root, c.root, c.root);
	UNIT_CHECK(ran.exit_code == 1, "%d:\n%s", ran.exit_code, ran.text);
	ran = cli_shell(&c, c.root, "xmllint --html --noout one.html two.html 2>&1 | "
				    "grep error | grep -v 'Tag .* invalid'; "
				    "sed '/<style>/,/<.style>/d' one.html");
	UNIT_CHECK(text_starts(ran.text, "<!DOCTYPE html>") &&
			   strstr(ran.text, "<p>2 of 3 modules load</p>") &&
			   strstr(ran.text, "<td>OSError &quot;&lt;b&gt; &amp; &lt;/table&gt;") &&
			   strstr(ran.text, "<th scope=\"row\">pack.multi</th><td>plain</td>"
					    "<td>multi-phase</td><td>loads</td>") &&
			   strstr(ran.text, "<p>libelf.so.1</p>") && strstr(ran.text, "</html>\n"),
		   "%s", ran.text);
	ran = cli_shell(&c, c.root, "sed '/<style>/,/<.style>/d' two.html");
	UNIT_CHECK(strstr(ran.text, "adds.py</code>") && strstr(ran.text, "<p>import: ") &&
			   strstr(ran.text, "<p>again: ") && strstr(ran.text, "differs</th>"),
		   "%s", ran.text);
	ran = cli_run(&c, "field --loader %s -o html:%s/absent/x.html %s/lib", cli_python(&c),
		      c.root, c.root);
	UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, "-o html: cannot write "), "%d:\n%s",
		   ran.exit_code, ran.text);
	cli_close(&c);
}

/* a wheel with a part of the package pack: its module `needs` imports what is in another wheel */
static void
make_wheels(struct cli *c)
{
	const struct zip_part needs[] = {
		{.name = "pack/__init__.py", .text = "import other.multi\n"},
		{.name = "pack/single.so", .from = arena_printf(&c->mem, "%s/single.so", c->root)},
		ZIP_END,
	};
	const struct zip_part other[] = {
		ZIP_TEXT("other/pure.py", "x = 1\n"),
		{.name = "other/multi.so", .from = arena_printf(&c->mem, "%s/multi.so", c->root)},
		ZIP_END,
	};
	const struct zip_part foreign[] = {ZIP_TEXT("m.cpython-12-other.so", "x"), ZIP_END};

	write_module(c, "single", ".m_size = -1", "return PyModule_Create(&def);");
	write_module(c, "multi", ".m_slots = slots", "return PyModuleDef_Init(&def);");
	compile(c, "single", "single.so");
	compile(c, "multi", "multi.so");
	cli_write(c, "w/readme", "not an archive\n");
	zips_make(arena_printf(&c->mem, "%s/w/a.whl", c->root), needs);
	zips_make(arena_printf(&c->mem, "%s/w/b.zip", c->root), other);
	zips_make(arena_printf(&c->mem, "%s/w/c.whl", c->root), foreign);
}

static void
test_archives(void)
{
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	make_wheels(&c);
	ran = cli_run(&c, "field --loader %s %s/w", cli_python(&c), c.root);
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, "2 of 2 modules load\n") &&
			   strstr(ran.text, "archives: 2 unpacked, 1 for other loaders, 0 broken"),
		   "a folder, %d:\n%s", ran.exit_code, ran.text);
	ran = cli_run(&c, "field --loader %s %s/w/b.zip %s/w/a.whl", cli_python(&c), c.root,
		      c.root);
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, "2 of 2 modules load\n"),
		   "two files, %d:\n%s", ran.exit_code, ran.text);
	ran = cli_run(&c, "field --loader %s %s/w/a.whl", cli_python(&c), c.root);
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, "No module named 'other'") &&
			   strstr(ran.text, "0 of 1 modules load\n"),
		   "one without the other, %d:\n%s", ran.exit_code, ran.text);
	ran = cli_shell(&c, c.root, "find build -name multi.so");
	UNIT_CHECK(!*ran.text, "left behind: %s", ran.text);
	cli_close(&c);
}

/* the sources of a wheel are compiled before a process loads its modules, and none of them runs */
static void
test_bytecode(void)
{
	static const char checks[] =
		"import sys\n"
		"sys.dont_write_bytecode = True\n"
		"import os, importlib.util, pack.pure, alone\n"
		"for m in pack.pure, alone:\n"
		"    os.stat(importlib.util.cache_from_source(m.__file__))\n";
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	write_module(&c, "multi", ".m_slots = slots", "return PyModuleDef_Init(&def);");
	compile(&c, "multi", "multi.so");
	cli_write(&c, "w/readme", "wheels\n");
	zips_make(arena_printf(&c.mem, "%s/w/pack.whl", c.root),
		  (const struct zip_part[]){
			  ZIP_TEXT("pack/__init__.py", checks),
			  ZIP_TEXT("pack/pure.py", "x = 1\n"),
			  ZIP_TEXT("pack/broken.py", "x = = 1\n"),
			  ZIP_TEXT("compileall.py", "raise SystemExit('not me')\n"),
			  {.name = "pack/multi.so",
			   .from = arena_printf(&c.mem, "%s/multi.so", c.root)},
			  ZIP_END,
		  });
	zips_make(arena_printf(&c.mem, "%s/w/alone.whl", c.root),
		  (const struct zip_part[]){ZIP_TEXT("alone.py", "x = 1\n"), ZIP_END});
	ran = cli_run(&c, "field --loader %s %s/w", cli_python(&c), c.root);
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, "1 of 1 modules load\n"), "%d:\n%s",
		   ran.exit_code, ran.text);
	cli_close(&c);
}

static void
test_broken_archives(void)
{
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	make_wheels(&c);
	cli_write(&c, "w/d.whl", "no zip file\n");
	ran = cli_run(&c, "field --loader %s %s/w", cli_python(&c), c.root);
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, "/w/d.whl: Not a zip archive\n") &&
			   strstr(ran.text, "2 unpacked, 1 for other loaders, 1 broken"),
		   "below a folder, %d:\n%s", ran.exit_code, ran.text);
	ran = cli_run(&c, "field --loader %s %s/w/d.whl", cli_python(&c), c.root);
	UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, "/w/d.whl: Not a zip archive"),
		   "named, %d:\n%s", ran.exit_code, ran.text);
	ran = cli_run(&c, "field --loader %s %s/w/c.whl", cli_python(&c), c.root);
	UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, "1 archives are for other loaders"),
		   "for others, %d:\n%s", ran.exit_code, ran.text);
	ran = cli_run(&c, "field --loader %s %s/w/readme", cli_python(&c), c.root);
	UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, "neither a folder nor a file NAME.whl"),
		   "another file, %d:\n%s", ran.exit_code, ran.text);
	cli_close(&c);
}

/* a value may differ, its type may not */
static void
test_types(void)
{
	static const char plugin[] =
		"import _imp, os\n"
		"exec_dynamic = _imp.exec_dynamic\n"
		"right = _imp.create_dynamic\n"
		"def create_dynamic(spec, file=None):\n"
		"    module = right(spec)\n"
		"    module.extra = %s\n"
		"    return module\n";
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	make_modules(&c);
	cli_write(&c, "number.py", plugin, "os.getpid()");
	cli_write(&c, "text.py", plugin, "str(os.getpid())");
	ran = cli_run(&c, "field --loader %s --plugin %s/number.py --plugin %s/number.py %s/lib",
		      cli_python(&c), c.root, c.root, c.root);
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, "SAME: 2 modules in 3 ways"), "%d:\n%s",
		   ran.exit_code, ran.text);
	ran = cli_run(&c, "field --loader %s --plugin %s/number.py --plugin %s/text.py %s/lib",
		      cli_python(&c), c.root, c.root, c.root);
	UNIT_CHECK(ran.exit_code == 1 && strstr(ran.text, "-= {\"extra\": \"int\"}") &&
			   strstr(ran.text, "+= {\"extra\": \"str\"}"),
		   "%d:\n%s", ran.exit_code, ran.text);
	/* the first difference hides what follows, so that is compared alone */
	UNIT_CHECK(strstr(ran.text, "1. single, again: ") &&
			   strstr(ran.text, "1. pack.multi, again: ") &&
			   !strstr(ran.text, ", exit: "), "%s", ran.text);
	cli_close(&c);
}

/* what the files say: suffixes, libraries, the stable ABI */
static void
test_files_say(void)
{
	struct cli c;
	struct cli_ran ran;

	cli_open(&c);
	make_modules(&c);
	write_module(&c, "early", ".m_slots = slots",
		     "Py_buffer b; PyObject_GetBuffer(Py_None, &b, 0); PyErr_Clear();"
		     "return PyModuleDef_Init(&def);");
	compile(&c, "early", "lib/early.abi3.so -Wl,--no-as-needed -lelf");
	cli_write(&c, "lib/early-1.dist-info/RECORD", "early.abi3.so,,\n");
	cli_write(&c, "lib/early-1.dist-info/WHEEL", "Tag: cp38-abi3-any\n");
	ran = cli_run(&c, "field --loader %s -o json:%s/found.json %s/lib", cli_python(&c),
		      c.root, c.root);
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, "suffixes: 1 abi3, 2 plain\n") &&
			   strstr(ran.text, "      1  libelf.so.1\n") &&
			   !strstr(ran.text, "libc.so.6") &&
			   strstr(ran.text, "  early, declared 3.8: PyObject_GetBuffer (3.11)\n") &&
			   strstr(ran.text, "3 of 3 modules load\n"), "%d:\n%s", ran.exit_code,
		   ran.text);
	ran = cli_shell(&c, c.root, "grep -A4 '\"declared\": \"3.8\"' found.json");
	UNIT_CHECK(!ran.exit_code && strstr(ran.text, "\"PyObject_GetBuffer\": \"3.11\""), "%s",
		   ran.text);
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
		{"modules of namespace packages", test_namespace_packages},
		{"under one loader", test_one_loader},
		{"what takes long", test_time},
		{"under two loaders", test_two_loaders},
		{"causes that are known, and JSON", test_known},
		{"a page", test_html},
		{"wheels and zip files", test_archives},
		{"bytecode of archives", test_bytecode},
		{"broken archives", test_broken_archives},
		{"types of attributes", test_types},
		{"what the files say", test_files_say},
		{"mistakes", test_mistakes},
		CU_TEST_INFO_NULL,
	};
	CU_SuiteInfo suites[] = {{.pName = "cli-field", .pTests = tests}, CU_SUITE_INFO_NULL};

	CU_register_suites(suites);
}
