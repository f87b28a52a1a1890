#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "tree.h"
#include "units.h"

#define SRC "fixtures-src/area/"
#define OUT "out/abi/area/"

static void
open_with(struct tree *t, const char *source, const char *text)
{
	tree_open(t);
	tree_write(t, "fixtures-src/include/fx.h", "#define FX_STR(x) #x\n");
	tree_write(t, SRC "plain.c", "int plain;\n");
	tree_write(t, arena_printf(&t->mem, SRC "%s", source), text);
}

/* a tool or headers that are not there leave a note, and are nobody's mistake */
static void
test_notes(void)
{
	static const struct {
		const char *source, *text, *product, *note;
	} rows[] = {
		{"old.c", "/* fixture: headers=9.9 */\nint x;\n", "old.x.so", "needs-headers: "},
		{"named.c", "/* fixture: headers=9.9 out=n.abi3.so */\nint x;\n", "n.abi3.so",
		 "needs-headers: "},
		{"plus.cc", "int x;\n", "plus.x.so", "needs-cxx: "},
		{"bind.cc", "/* fixture: tool=pybind11 */\nint x;\n", "bind.x.so",
		 "needs-pybind11: "},
	};

	setenv("CXX", "no-such-compiler", 1);
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct tree t;
		struct output o;
		const char *path, *note;

		open_with(&t, rows[i].source, rows[i].text);
		o = tree_make(&t);
		path = arena_printf(&t.mem, OUT "%s", rows[i].product);
		note = tree_read(&t, arena_printf(&t.mem, "%s.skip", path), NULL);
		UNIT_CHECK(!o.status && !*o.text, "%s: exit status %d: %s", rows[i].source,
			   o.status, o.text);
		UNIT_CHECK(note && !strncmp(note, rows[i].note, strlen(rows[i].note)),
			   "%s: note '%s'", rows[i].source, note ? note : "(none)");
		UNIT_CHECK(!tree_has(&t, path) && tree_has(&t, OUT "plain.x.so") &&
				   !tree_has(&t, arena_printf(&t.mem, "%s.err", path)),
			   "%s: other products than expected", rows[i].source);
		tree_close(&t);
	}
	unsetenv("CXX");
}

/* a note goes when what was missing is there, or when its source is gone */
static void
test_note_goes(void)
{
	struct tree t;
	struct output o;

	open_with(&t, "old.c", "/* fixture: headers=9.9 */\n#include <Python.h>\nint x = NINE;\n");
	tree_write(&t, SRC "gone.c", "/* fixture: headers=9.8 */\nint x;\n");
	tree_make(&t);
	UNIT_CHECK(tree_has(&t, OUT "old.x.so.skip") && tree_has(&t, OUT "gone.x.so.skip"),
		   "no notes");
	tree_write(&t, "headers/9.9/Python.h", "#define NINE 9\n");
	tree_write(&t, SRC "gone.c", NULL);
	setenv("FOREIGN", arena_printf(&t.mem, "%s/headers", t.dir), 1);
	o = tree_make(&t);
	unsetenv("FOREIGN");
	UNIT_CHECK(!o.status && !*o.text, "exit status %d: %s", o.status, o.text);
	UNIT_CHECK(tree_has(&t, OUT "old.x.so") && !tree_has(&t, OUT "old.x.so.skip") &&
			   !tree_has(&t, OUT "gone.x.so.skip"),
		   "the notes are still there");
	UNIT_CHECK(tree_has(&t, "headers/9.9/Python.h"), "a folder of the user's was removed");
	tree_close(&t);
}

/* what is wrong in the source itself is a mistake, whatever makes the product */
static void
test_mistakes(void)
{
	static const struct {
		const char *source, *text, *err;
	} rows[] = {
		{"tool.c", "/* fixture: tool=hammer */\nint x;\n", "unknown tool 'hammer'"},
		{"plus.cc", "int x = nothing;\n", "nothing"},
		{"check.cc", "/* fixture: check=exports:absent */\nint x;\n", "absent"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct tree t;
		struct output o;
		const char *err, *dot = strchr(rows[i].source, '.');

		open_with(&t, rows[i].source, rows[i].text);
		o = tree_make(&t);
		if (tree_has(&t, OUT "plus.x.so.skip") || tree_has(&t, OUT "check.x.so.skip")) {
			tree_close(&t);
			continue; /* no C++ here */
		}
		err = tree_read(&t, arena_printf(&t.mem, OUT "%.*s.x.so.err",
						 (int)(dot - rows[i].source), rows[i].source),
				NULL);
		UNIT_CHECK(o.status == 2 && err && strstr(err, rows[i].err),
			   "%s: exit status %d, %s", rows[i].source, o.status,
			   err ? err : "no .err");
		tree_close(&t);
	}
}

/* a folder that comes when another product goes */
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
	CU_add_test(suite, "a note goes with its reason", test_note_goes);
	CU_add_test(suite, "mistakes are told", test_mistakes);
	CU_add_test(suite, "products move into new folders", test_moved);
}
