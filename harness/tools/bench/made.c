#include "tools/bench/made.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/util.h"
#include "format/folders.h"
#include "tools/bench/bench_run.h"

#define HEAD "summary: one of many\nspec: PEP 489, Export Hook Name\n\n"

static const struct {
	const char *name, *commands, *expected;
} kinds[MADE_KINDS] = {
	[MADE_CREATE] = {"create", "create one $FIX/a/one$EXT\nexec one\n",
			 "> create one $FIX/a/one$EXT\n= <module \"one\">\n> exec one\n= null\n"},
	[MADE_IMPORT] = {"import", "import one\n",
			 "> import one\n= <module \"one\" \"$FIX/a/one$EXT\">\n"},
	[MADE_EIGHT] = {"eight", "loaded? one\nimport one\nloaded? one\nget one.__name__\n"
			"same? one one\nforget one\nloaded? one\nmentions? one\n",
			"> loaded? one\n= false\n> import one\n= <module \"one\" "
			"\"$FIX/a/one$EXT\">\n> loaded? one\n= true\n> get one.__name__\n"
			"= \"one\"\n> same? one one\n= true\n> forget one\n= true\n"
			"> loaded? one\n= false\n> mentions? one\n= false\n"},
	[MADE_FAILING] = {"failing", "load two $FIX/a/two$EXT\nmentions? PyInit_two\n",
			  "> load two $FIX/a/two$EXT\n! ImportError\n@if py>=3.15\n"
			  "~ message \"dynamic module does not define module export function "
			  "(PyModExport_two or PyInit_two)\"\n@else\n"
			  "~ message \"dynamic module does not define module export function "
			  "(PyInit_two)\"\n@end\n~ name \"two\"\n~ path \"$FIX/a/two$EXT\"\n"
			  "> mentions? PyInit_two\n= true\n"},
};

static const char one[] =
	"#include <Python.h>\n\n"
	"static int\nrun(PyObject *module)\n{\n\t(void)module;\n\treturn 0;\n}\n\n"
	"static PyModuleDef_Slot slots[] = {{Py_mod_exec, (void *)run}, {0, NULL}};\n"
	"static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = \"one\", .m_slots = slots};\n\n"
	"PyMODINIT_FUNC\nPyInit_one(void)\n{\n\treturn PyModuleDef_Init(&def);\n}\n";

static const char two[] = "int two;\n";

static void
put(const char *path, const char *text)
{
	if (file_write(path, text, strlen(text)))
		die("cannot go on");
}

static void
make_folder(const char *path)
{
	if (dir_make(path))
		die("cannot make %s:", path);
}

static bool
is_there(const char *path)
{
	struct stat st;

	return !stat(path, &st);
}

const char *
made_suite(struct arena *a, enum made_kind kind, size_t n)
{
	const char *root = arena_printf(a, MADE_PLACE "/%s-%zu", kinds[kind].name, n);

	if (is_there(root))
		return root;
	make_folder(arena_printf(a, "%s/" FOLDER_CASES "/a", root));
	make_folder(arena_printf(a, "%s/" FOLDER_EXPECTED "/a", root));
	make_folder(arena_printf(a, "%s/" FOLDER_FIXTURES "/a", root));
	put(arena_printf(a, "%s/" FOLDER_FIXTURES "/a/one.c", root), one);
	put(arena_printf(a, "%s/" FOLDER_FIXTURES "/a/two.c", root), two);
	for (size_t i = 0; i < n; i++) {
		struct arena scratch = {0};

		put(arena_printf(&scratch, "%s/" FOLDER_CASES "/a/c%zu.case", root, i),
		    arena_printf(&scratch, HEAD "%s", kinds[kind].commands));
		put(arena_printf(&scratch, "%s/" FOLDER_EXPECTED "/a/c%zu.out", root, i),
		    kinds[kind].expected);
		arena_free(&scratch);
	}
	return root;
}

const char *
made_copy(struct arena *a)
{
	const char *root = arena_strdup(a, MADE_PLACE "/suite");

	if (is_there(root))
		return root;
	make_folder(root);
	bench_run((const char *[]){"cp", "-R", FOLDER_CASES, FOLDER_EXPECTED, FOLDER_FIXTURES, root,
				   NULL});
	return root;
}

const char *
made_known(struct arena *a, size_t n)
{
	const char *path = arena_printf(a, MADE_PLACE "/%zu.known", n);
	struct buf b = {0};

	for (size_t i = 0; i < n; i++)
		buf_printf(&b, "fail a/c%zu if py<3.0 -- one of many, https://example.org/%zu\n",
			   i, i);
	make_folder(MADE_PLACE);
	put(path, buf_str(&b));
	buf_free(&b);
	return path;
}

const char *
made_pytest(struct arena *a, const char *folder, size_t n)
{
	const char *path = arena_printf(a, MADE_PLACE "/test_%zu.py", n);
	struct buf b = {0};

	buf_printf(&b, "import sys\n\nimport pytest\n\nsys.path.insert(0, '%s')\n\n\n"
		   "@pytest.mark.parametrize('i', range(%zu))\ndef test_import(i):\n"
		   "    import one\n    assert one.__name__ == 'one'\n", folder, n);
	make_folder(MADE_PLACE);
	put(path, buf_str(&b));
	buf_free(&b);
	return path;
}

void
made_remove(void)
{
	dir_remove(MADE_PLACE);
}
