#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tree.h"
#include "units.h"

#define SRC "fixtures-src/area/"
#define OUT "out/abi/area/"
#define USELESS "it is installed but does not work: "

static void
open_with(struct tree *t, const char *source, const char *text)
{
	tree_open(t);
	tree_write(t, "fixtures-src/include/fx.h", "#define FX_STR(x) #x\n");
	tree_write(t, SRC "plain.c", "int plain;\n");
	tree_write(t, arena_printf(&t->mem, SRC "%s", source), text);
}

/* use a C compiler without a C++ compiler */
static void
use_lonely_compiler(struct tree *t)
{
	const char *path = arena_printf(&t->mem, "%s/lonely-gcc", t->dir);

	if (symlink("/usr/bin/gcc", path))
		die("cannot link %s:", path);
	setenv("CC", path, 1);
}

/* a missing tool, or missing headers, give a note, not an error */
static void
test_notes(void)
{
	static const struct {
		const char *source, *text, *product, *note;
	} rows[] = {
		{"old.c", "/* fixture: headers=rustpython3.12 */\nint x;\n", "old.x.so",
		 "needs-headers: "},
		{"named.c", "/* fixture: headers=rustpython3.12 out=n.abi3.so */\nint x;\n",
		 "n.abi3.so", "needs-headers: "},
		{"plus.cc", "int x;\n", "plus.x.so", "needs-cxx: "},
		{"bind.cc", "/* fixture: tool=pybind11 */\nint x;\n", "bind.x.so",
		 "needs-pybind11: "},
	};
	char *before = getenv("CC") ? xstrdup(getenv("CC")) : NULL;

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct tree t;
		struct output o;

		open_with(&t, rows[i].source, rows[i].text);
		use_lonely_compiler(&t);
		o = tree_make(&t);
		UNIT_CHECK(!o.status, "%s: exit status %d: %s", rows[i].source, o.status, o.text);
		UNIT_CHECK(strstr(o.text, arena_printf(&t.mem, "area/%s: %s", rows[i].product,
						       rows[i].note)),
			   "%s: said %s", rows[i].source, o.text);
		UNIT_CHECK(!tree_has(&t, arena_printf(&t.mem, OUT "%s", rows[i].product)) &&
				   tree_has(&t, OUT "plain.x.so"),
			   "%s: other products than expected", rows[i].source);
		tree_close(&t);
	}
	if (before)
		setenv("CC", before, 1);
	else
		unsetenv("CC");
	free(before);
}

/* a command that cannot work is no mistake of the source: rustup's rustc without a toolchain */
static void
test_command_without_tool(void)
{
	static const struct {
		const char *source, *text, *command, *says, *note;
	} rows[] = {
		{"a.rs", "", "rustc", "error: no default", "needs-rust: " USELESS "no default"},
		{"a.go", "package main\n", "go", "no GOROOT", "needs-go: " USELESS "no GOROOT"},
		{"a.i", "%module a\n", "swig", "no SWIG_LIB", "needs-swig: " USELESS "no SWIG_LIB"},
	};
	char *before = xstrdup(getenv("PATH"));

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct tree t;
		struct output o;

		open_with(&t, rows[i].source, rows[i].text);
		tree_write(&t, arena_printf(&t.mem, "bin/%s", rows[i].command),
			   arena_printf(&t.mem, "#!/bin/sh\necho '%s' >&2\nexit 1\n",
					rows[i].says));
		chmod(arena_printf(&t.mem, "%s/bin/%s", t.dir, rows[i].command), 0755);
		setenv("PATH", arena_printf(&t.mem, "%s/bin:%s", t.dir, before), 1);
		o = tree_make(&t);
		UNIT_CHECK(!o.status && strstr(o.text, rows[i].note), "%s: exit status %d: %s",
			   rows[i].source, o.status, o.text);
		tree_close(&t);
	}
	setenv("PATH", before, 1);
	free(before);
}

/* a tool that was missing is used once it is there */
static void
test_note_goes(void)
{
	struct tree t;
	struct output o;

	open_with(&t, "old.c",
		  "/* fixture: headers=rustpython3.12 */\n#include <Python.h>\nint x = NINE;\n");
	t.foreign = arena_printf(&t.mem, "%s/headers", t.dir);
	o = tree_make(&t);
	UNIT_CHECK(strstr(o.text, "needs-headers"), "said %s", o.text);
	tree_write(&t, "headers/rustpython3.12/Python.h", "#define NINE 9\n");
	o = tree_make(&t);
	UNIT_CHECK(!o.status && !*o.text, "exit status %d: %s", o.status, o.text);
	UNIT_CHECK(tree_has(&t, OUT "old.x.so"), "not built");
	UNIT_CHECK(tree_has(&t, "headers/rustpython3.12/Python.h"),
		   "a folder of the user's was removed");
	tree_close(&t);
}

/* for another machine, the headers of another interpreter get the target's own pyconfig.h */
static void
test_other_machine(void)
{
	static const char *const machines[] = {NULL, "pdp11"};

	for (int i = 0; i < 2; i++) {
		struct tree t;
		struct output o;

		open_with(&t, "old.c", i ? "/* fixture: headers=3.9 */\n#include <Python.h>\n"
					   "int x[SIZE == 2 ? 1 : -1];\n"
					 : "/* fixture: headers=3.9 */\n#include <Python.h>\n"
					   "int x[SIZE == 8 ? 1 : -1];\n");
		t.foreign = arena_printf(&t.mem, "%s/headers", t.dir);
		t.arch = machines[i];
		tree_write(&t, "headers/3.9/Python.h", "#include \"pyconfig.h\"\n");
		tree_write(&t, "headers/3.9/pyconfig.h", "#define SIZE 8\n");
		tree_write(&t, "include/pyconfig.h", "#define SIZE 2\n");
		o = tree_make(&t);
		UNIT_CHECK(!o.status && !*o.text, "machine %d: %s", i, o.text);
		tree_close(&t);
	}
}

/* headers that are links to others, with a shorter path, go with the pyconfig.h beside the links */
static void
test_linked_headers(void)
{
	struct tree t;
	struct output o;

	open_with(&t, "old.c", "#include <Python.h>\nint x[SIZE == 2 ? 1 : -1];\n");
	tree_write(&t, "up/Python.h", "#include \"pyconfig.h\"\n");
	tree_write(&t, "up/pyconfig.h", "#define SIZE 8\n");
	tree_write(&t, "include/pyconfig.h", "#define SIZE 2\n");
	if (symlink("../up/Python.h", arena_printf(&t.mem, "%s/include/Python.h", t.dir)))
		die("cannot link into %s:", t.dir);
	o = tree_make(&t);
	UNIT_CHECK(!o.status && !*o.text, "exit status %d: %s", o.status, o.text);
	tree_close(&t);
}

/* a mistake in the source is an error, for any tool */
static void
test_mistakes(void)
{
	static const struct {
		const char *source, *text, *err;
	} rows[] = {
		{"tool.c", "/* fixture: tool=hammer */\nint x;\n", "tool 'hammer': expected"},
		{"plus.cc", "int x = nothing;\n", "nothing"},
		{"check.cc", "/* fixture: check=exports:absent */\nint x;\n", "absent"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct tree t;
		struct output o;

		open_with(&t, rows[i].source, rows[i].text);
		o = tree_make(&t);
		/* cannot be tested without a C++ compiler */
		UNIT_CHECK(strstr(o.text, "needs-cxx") || (o.status && strstr(o.text, rows[i].err)),
			   "%s: exit status %d, %s", rows[i].source, o.status, o.text);
		tree_close(&t);
	}
}

/* a source moves to a new folder: its product moves, too */
static void
test_moved(void)
{
	struct tree t;
	struct output o;

	open_with(&t, "moved.c", "int x;\n");
	tree_make(&t);
	tree_write(&t, SRC "moved.c", NULL);
	tree_write(&t, SRC "sub/moved.c", "int x;\n");
	o = tree_make(&t);
	UNIT_CHECK(!o.status && !*o.text, "exit status %d: %s", o.status, o.text);
	UNIT_CHECK(tree_has(&t, OUT "sub/moved.x.so") && !tree_has(&t, OUT "moved.x.so"),
		   "not moved");
	tree_close(&t);
}

void
unit_fixtures_tool(void)
{
	CU_pSuite suite = CU_add_suite("fixtures-tool", NULL, NULL);

	CU_add_test(suite, "missing tools and headers leave a note", test_notes);
	CU_add_test(suite, "a command without its tool leaves a note", test_command_without_tool);
	CU_add_test(suite, "a note disappears with its reason", test_note_goes);
	CU_add_test(suite, "another machine has its own pyconfig.h", test_other_machine);
	CU_add_test(suite, "linked headers have their own pyconfig.h", test_linked_headers);
	CU_add_test(suite, "mistakes are reported", test_mistakes);
	CU_add_test(suite, "products move into new folders", test_moved);
}
