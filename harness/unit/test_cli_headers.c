/* Tests loaders with headers in several folders (build trees) or without headers. */
#include <CUnit/CUnit.h>
#include <string.h>
#include <unistd.h>

#include "cli_support.h"
#include "units.h"

/* a suite of one case with a fixture of its own, area/my-rule */
static void
fixture_suite(struct cli *c)
{
	cli_open(c);
	dir_make(arena_printf(&c->mem, "%s/fixtures-src", c->root));
	if (symlink(arena_printf(&c->mem, "%s/fixtures-src/include", c->home),
		    arena_printf(&c->mem, "%s/fixtures-src/include", c->root)))
		die("cannot link into %s:", c->root);
	CU_ASSERT_EQUAL(cli_run(c, "--new area/my-rule").exit_code, 0);
}

/*
 * Makes a copy of the default interpreter's build tree: Python.h and pyconfig.h are in two folders,
 * which sysconfig names.
 */
static const char *
build_tree(struct cli *c)
{
	const char *python = cli_python(c);
	struct cli_ran copied;

	cli_write(c, "tree/out/note", "\n");
	copied = cli_shell(c, arena_printf(&c->mem, "%s/tree", c->root),
			   arena_printf(&c->mem,
					"mkdir Include && cp -RL \"$(%s -c 'import sysconfig\n"
					"print(sysconfig.get_path(\"include\"))')/.\" Include &&\n"
					"mv Include/pyconfig.h out/",
					python));
	UNIT_CHECK(copied.exit_code == 0, "said %s", copied.text);
	cli_write(c, "tree/sitecustomize.py",
		  "import sysconfig\n"
		  "own = sysconfig.get_path\n"
		  "split = {'include': '%s/tree/Include', 'platinclude': '%s/tree/out'}\n"
		  "def get_path(name, *args, **named):\n"
		  "    return split.get(name) or own(name, *args, **named)\n"
		  "sysconfig.get_path = get_path\n",
		  c->root, c->root);
	return cli_script(c, "tree/python", "PYTHONPATH=%s/tree exec %s \"$@\"", c->root, python);
}

static void
test_build_tree(void)
{
	struct cli c;
	struct cli_ran ran;
	json_t *report, *include;

	fixture_suite(&c);
	ran = cli_run(&c, "--loader %s -o console -o json:%s/report.json", build_tree(&c), c.root);
	UNIT_CHECK(ran.exit_code == 0, "said %s", ran.text);
	report = cli_report(&c);
	include = json_object_get(json_object_get(json_object_get(report, "target"), "facts"),
				  "include");
	CU_ASSERT_EQUAL(json_array_size(include), 2);
	json_decref(report);
	ran = cli_shell(&c, c.home,
			arena_printf(&c.mem,
				     "make -s -f harness/reference/reference.mk OUT=%s/reference "
				     "INCLUDE='%s/tree/Include %s/tree/out' EXT=.so "
				     "%s/reference/obj.so/hook.o",
				     c.root, c.root, c.root, c.root));
	UNIT_CHECK(ran.exit_code == 0, "said %s", ran.text);
	cli_close(&c);
}

/* what the reference loader is made of, by the suffix of the loader's modules */
static void
test_reference_sources(void)
{
	static const struct {
		const char *suffix, *has, *lacks;
	} rows[] = {
		{".so", "/find_funcptr.o", "_win.o"},
		{".so", "/dl_open.o", "-D__USE_MINGW_ANSI_STDIO"},
		{".cp313-win_amd64.pyd", "/find_funcptr_win.o", "/find_funcptr.o"},
		{".cp313-win_amd64.pyd", "/dl_open_win.o", "/dl_open.o"},
		{".pyd", "/open_library_win.o", "/dl_path.o"},
		{".pyd", "-D__USE_MINGW_ANSI_STDIO=1", "/dl_open.o"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct cli c;
		struct cli_ran ran;

		fixture_suite(&c);
		ran = cli_shell(&c, c.home,
				arena_printf(&c.mem,
					     "make -n -f harness/reference/reference.mk OUT=%s/out "
					     "INCLUDE=/i EXT=%s", c.root, rows[i].suffix));
		UNIT_CHECK(!ran.exit_code && strstr(ran.text, rows[i].has) &&
				   !strstr(ran.text, rows[i].lacks),
			   "row %zu said %s", i, ran.text);
		cli_close(&c);
	}
}

/* values of `include` other than a list of folders */
static void
test_include(void)
{
	static const struct {
		const char *include;
		const char *says;
	} rows[] = {
		{"\"\"", "its fact 'include' has an empty value"},
		{"[]", "1 executed"},
		{"[\"\"]", "its fact 'include' has an empty value"},
		{"\"/usr/include\"", "1 executed"},
		{"[\"/a b\"]", "1 executed"},
		{"[\"/a\", 1]", "its fact 'include' has a member that is not a string"},
		{"{}", "its fact 'include' is not a string"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct cli c;
		struct cli_ran ran;
		const char *loader;

		cli_open(&c);
		cli_import(&c, "a/good", "good");
		cli_write(&c, "fixtures-src/a/data.txt", "\n");
		loader = cli_script(&c, "loader",
				    "[ \"$2\" = --hello ] || exec %s/unit/fake_loader \"$@\"\n"
				    "%s/unit/fake_loader \"$@\" |\n"
				    "sed -u 's|\"cap\": .\"fork\".|\"include\": %s, \"cap\": []|'",
				    c.build, c.build, rows[i].include);
		ran = cli_run(&c, "--loader %s", loader);
		UNIT_CHECK(strstr(ran.text, rows[i].says), "%s: said %s", rows[i].include,
			   ran.text);
		UNIT_CHECK(ran.exit_code == (strstr(rows[i].says, "executed") ? 0 : 2),
			   "%s: exit %d", rows[i].include, ran.exit_code);
		cli_close(&c);
	}
}

/*
 * A loader that loads no C extensions, or names no headers. Cases without compiled fixtures run,
 * copied files are there for them, and all other cases are skipped with the reason.
 */
static void
test_no_native(void)
{
	static const char *const loaders[] = {
		"exec FAKE \"$@\"",
		"[ \"$2\" = --hello ] || exec FAKE native \"$@\"\n"
		"FAKE native \"$@\" | sed -u 's|./usr/include.||'",
	};

	for (size_t i = 0; i < LENGTH(loaders); i++) {
		struct cli c;
		struct cli_ran ran;
		const char *path, *fake;

		fixture_suite(&c);
		cli_import(&c, "area/plain", "good");
		cli_import(&c, "area/copied", "text");
		cli_case(&c, "area/loaded", "", "load x $FIX/area/my_rule$EXT\n", "> load\n");
		cli_case(&c, "area/preloaded", "env: X=$FIX/area/my_rule$EXT\n", "import y\n",
			 "> import y\n");
		cli_case(&c, "area/given", "", "import text\ncall text.f my_rule\n", "> load\n");
		cli_write(&c, "fixtures-src/area/text.py", "text = 1\n");
		fake = arena_printf(&c.mem, "%s/unit/fake_loader", c.build);
		path = cli_script(&c, "loader", "%s", cli_with_fake(&c, loaders[i], fake));
		ran = cli_run(&c, "--loader %s -v", path);
		UNIT_CHECK(ran.exit_code == 0, "%zu: exit %d", i, ran.exit_code);
		UNIT_CHECK(strstr(ran.text, "6 planned, 2 executed; 2 passed, 4 skipped") &&
				   strstr(ran.text, "area/my-rule: needs the capability native"),
			   "%zu: said %s", i, ran.text);
		ran = cli_run(&c, "--loader %s -l", path);
		UNIT_CHECK(strstr(ran.text, "-- skip: needs the capability native") &&
				   strstr(ran.text, ", 4 skipped"), "%zu: said %s", i, ran.text);
		ran = cli_shell(&c, c.root, "cd build/fixtures/* && ls area");
		CU_ASSERT_STRING_EQUAL(ran.text, "text.py\n");
		/* a path that no source makes is an error under any loader */
		cli_case(&c, "area/wrong", "", "load x $FIX/area/no$EXT\n", "> load\n");
		ran = cli_run(&c, "--loader %s", path);
		UNIT_CHECK(ran.exit_code == 2 && strstr(ran.text, "wrong.case:4: no fixture makes"),
			   "%zu: said %s", i, ran.text);
		cli_close(&c);
	}
}

/* on a fresh build folder a selected case has its own products built, and no others */
static void
test_own_products(void)
{
	static const struct {
		const char *run, *products; /* the built ones, after this and the earlier runs */
	} rows[] = {
		{"area/first", "first.fake\nlibshared.so\n"},
		{"area/copied", "first.fake\nlibshared.so\ntext.py\n"},
		{"area/second", "first.fake\nlibshared.so\nsecond.fake\ntext.py\n"},
		{"", "first.fake\nlibshared.so\nsecond.fake\ntext.py\n"},
	};
	struct cli c;

	cli_open(&c);
	cli_import(&c, "area/first", "first");
	cli_import(&c, "area/second", "second");
	cli_import(&c, "area/copied", "text");
	cli_write(&c, "fixtures-src/area/first.c", "/* fixture: needs=libshared.so */\nint f;\n");
	cli_write(&c, "fixtures-src/area/second.c", "/* fixture: needs=libshared.so */\nint f;\n");
	cli_write(&c, "fixtures-src/area/shared.c", "/* fixture: out=libshared.so */\nint f;\n");
	cli_write(&c, "fixtures-src/area/text.py", "text = 1\n");
	cli_write(&c, "fixtures-src/area/unused.c", "int f;\n");
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct cli_ran ran = cli_run(&c, "%s %s", cli_native(&c), rows[i].run), listed;

		listed = cli_shell(&c, c.root, "cd build/fixtures/* && ls area");
		UNIT_CHECK(ran.exit_code == 0 && !strcmp(listed.text, rows[i].products),
			   "'%s': %s%s", rows[i].run, ran.text, listed.text);
	}
	cli_close(&c);
}

/* a precompiled header that is not valid for a fixture would be passed over unseen */
static void
test_precompiled(void)
{
	static const char *const headers[] = {"fx.h", "fx_multi.h", "fx_single.h", "fx_module.h"};
	struct cli c;

	cli_open(&c);
	for (size_t i = 0; i < LENGTH(headers); i++) {
		struct cli_ran ran = cli_shell(&c, c.root, arena_printf(&c.mem,
			"headers=$(%s -c 'import sysconfig as s; print(s.get_path(\"include\"))')\n"
			"compile() { cc -isystem \"$headers\" -std=c11 -O1 -Werror \"$@\"; }\n"
			"compile -x c-header '%s/fixtures-src/include/%s' -o '%s.gch' &&\n"
			"echo '#include \"%s\"' | compile -I. -I'%s/fixtures-src/include' "
			"-Winvalid-pch -DFX_NAME=x -x c -fsyntax-only -",
			cli_python(&c), c.home, headers[i], headers[i], headers[i], c.home));

		UNIT_CHECK(!ran.exit_code && !*ran.text, "%s: %s", headers[i], ran.text);
	}
	cli_close(&c);
}

/* --cc names the compiler that is used; a missing one is an error before anything runs */
static void
test_compiler(void)
{
	static const struct {
		const char *cc, *says;
		int exit_code;
	} rows[] = {
		{"no-such-compiler", "there is no command 'no-such-compiler'", 2},
		{"'cc", "the compiler ''cc':", 2},
		{"false", "fixtures-src/include/", 2},
		{"cc", "1 passed", 0},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct cli c;
		struct cli_ran ran;

		cli_open(&c);
		ran = cli_run_own(&c, "--loader %s --level required --cc %s "
				  "hook/last-component", cli_python(&c), rows[i].cc);
		UNIT_CHECK(ran.exit_code == rows[i].exit_code && strstr(ran.text, rows[i].says),
			   "--cc %s: exit %d, said %s", rows[i].cc, ran.exit_code, ran.text);
		cli_close(&c);
	}
}

/* names with characters that are special in lists, in a shell or in make, as the suite's folder */
static void
test_odd_root(void)
{
	static const char *const names[] = {
		"a b", "it'\\''s", "say \"x\"", "$HOME;x", "a:b,c", "two\nlines", "latin \351",
		"-x",
	};

	for (size_t i = 0; i < LENGTH(names); i++) {
		struct cli_ran ran;
		struct cli c;

		cli_open(&c);
		ran = cli_shell(&c, c.root, arena_printf(&c.mem,
			"root=$PWD/'%s'; mkdir -p \"$root/fixtures-src\" && "
			"cp -r %s/fixtures-src/include \"$root/fixtures-src\" && "
			"%s/conform --root \"$root\" --new a/odd --kind two-modules && "
			"export MAKEFLAGS=n CPATH=/x LIBRARY_PATH=/x LD_RUN_PATH=/x CFLAGS=-x && "
			"%s/conform --root \"$root\" --loader %s --level required -j2",
			names[i], c.home, c.build, c.build, cli_python(&c)));
		UNIT_CHECK(!ran.exit_code && strstr(ran.text, "1 executed; 1 passed"),
			   "%s: exit %d, said %s", names[i], ran.exit_code, ran.text);
		cli_close(&c);
	}
}

void
unit_cli_headers(void)
{
	CU_pSuite s = CU_add_suite("cli headers", NULL, NULL);

	CU_add_test(s, "headers in two folders", test_build_tree);
	CU_add_test(s, "the files of the reference loader", test_reference_sources);
	CU_add_test(s, "what a loader says of its headers", test_include);
	CU_add_test(s, "a loader without C extensions", test_no_native);
	CU_add_test(s, "only what the selected cases need", test_own_products);
	CU_add_test(s, "precompiled headers are used", test_precompiled);
	CU_add_test(s, "the compiler of the fixtures", test_compiler);
	CU_add_test(s, "a root of any name", test_odd_root);
}
