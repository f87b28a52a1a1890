#include "scaffold.h"

#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "util.h"

static bool
valid_id(const char *id)
{
	const char *slash = strchr(id, '/');

	return slash && slash != id && slash[1] && !strchr(slash + 1, '/') &&
	       id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789_-/")] == '\0';
}

/* the fixture's module name: an id may hold '-', which the hook's symbol cannot */
static void
module_name(struct buf *b, const char *name)
{
	for (; *name; name++)
		buf_putc(b, *name == '-' ? '_' : *name);
}

static void
case_text(struct buf *b, const char *module)
{
	buf_printf(b,
		   "summary:  REPLACE: the rule in one sentence\n"
		   "# where it is written: a URL, PEP N with a section, or cpython:FILE:FUNCTION\n"
		   "spec:     https://docs.python.org/3/REPLACE\n"
		   "\n"
		   "import %s\n"
		   "loaded? %s\n", module, module);
}

static void
fixture_text(struct buf *b, const char *module)
{
	buf_printf(b,
		   "/* REPLACE: what this module does that a loader must notice. */\n"
		   "#include \"fx.h\"\n"
		   "\n"
		   "static int\n"
		   "exec_module(PyObject *module)\n"
		   "{\n"
		   "\t(void)module;\n"
		   "\tfx_event(\"exec\");\n"
		   "\treturn 0;\n"
		   "}\n"
		   "\n"
		   "static PyModuleDef_Slot slots[] = {\n"
		   "\t{Py_mod_exec, (void *)exec_module},\n"
		   "\t{0, NULL},\n"
		   "};\n"
		   "\n"
		   "static struct PyModuleDef def = {\n"
		   "\tPyModuleDef_HEAD_INIT, .m_name = \"%s\", .m_slots = slots,\n"
		   "};\n"
		   "\n"
		   "FX_HOOK(%s)\n"
		   "{\n"
		   "\tfx_event(\"init\");\n"
		   "\treturn PyModuleDef_Init(&def);\n"
		   "}\n", module, module);
}

static void
expected_text(struct buf *b, const char *area, const char *module)
{
	buf_printf(b,
		   "> import %s\n"
		   "| init\n"
		   "| exec\n"
		   "= <module \"%s\" \"$FIX/%s/%s$EXT\">\n"
		   "> loaded? %s\n"
		   "= true\n", module, module, area, module, module);
}

static int
write_new(const char *root, const char *kind, const char *area, const char *name,
	  const char *ending, const struct buf *text)
{
	struct buf path = {0};
	int bad = -1;

	buf_printf(&path, "%s/%s/%s", root, kind, area);
	if (dir_make(path.p)) {
		warn("cannot make %s:", path.p);
	} else {
		buf_printf(&path, "/%s%s", name, ending);
		if (!access(path.p, F_OK))
			warn("%s exists already", path.p);
		else
			bad = file_write(path.p, text->p, text->len);
	}
	if (!bad)
		printf("%s\n", path.p);
	buf_free(&path);
	return bad;
}

int
scaffold_write(const char *root, const char *id)
{
	struct arena a = {0};
	struct buf module = {0}, text[3] = {{0}, {0}, {0}};
	const char *slash = strchr(id, '/'), *area;
	int bad;

	if (!valid_id(id)) {
		warn("--new: expected AREA/NAME of [a-z0-9_-], got '%s'", id);
		return -1;
	}
	area = arena_strndup(&a, id, (size_t)(slash - id));
	module_name(&module, slash + 1);
	case_text(&text[0], module.p);
	fixture_text(&text[1], module.p);
	expected_text(&text[2], area, module.p);
	bad = write_new(root, "cases", area, slash + 1, ".case", &text[0]) ||
	      write_new(root, "fixtures-src", area, module.p, ".c", &text[1]) ||
	      write_new(root, "expected", area, slash + 1, ".out", &text[2]);
	if (!bad)
		printf("run it: ./run_tests.sh %s; after a change: ./run_tests.sh --bless %s\n", id,
		       id);
	for (size_t i = 0; i < LENGTH(text); i++)
		buf_free(&text[i]);
	buf_free(&module);
	arena_free(&a);
	return bad ? -1 : 0;
}
