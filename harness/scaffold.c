#include "scaffold.h"

#include <stdbool.h>
#include <string.h>

#include "format/casefile.h"
#include "format/folders.h"
#include "base/newfiles.h"
#include "base/text.h"
#include "base/util.h"

/* why a case cannot have this id, or NULL */
static const char *
bad_id(struct arena *a, const char *id)
{
	if (text_starts(id, NAME_KNOWN "/"))
		return FOLDER_KNOWN " holds the known lists: no area has its name";
	if (text_starts(id, NAME_SOURCES "/"))
		return FOLDER_SOURCES " holds the lists of rules: no area has its name";
	if (text_starts(id, NAME_INCLUDE "/"))
		return FOLDER_INCLUDE " holds the shared headers: no area has its name";
	return casefile_id_fault(a, id);
}

static int
find_kind(struct arena *a, const char *name)
{
	int kind = 0;

	if (!name)
		return 0;
	while (scaffold_kinds[kind] && strcmp(scaffold_kinds[kind], name))
		kind++;
	if (scaffold_kinds[kind])
		return kind;
	warn("--kind: %s", text_unknown(a, "kind", name, scaffold_kinds));
	return -1;
}

int
scaffold_write(const char *root, const char *id, const char *kind, const char *run)
{
	struct arena a = {0};
	struct newfile files[SCAFFOLD_FILES + 1];
	const char *why = bad_id(&a, id), *slash = strchr(id, '/');
	int number = find_kind(&a, kind), bad = -1;

	if (why) {
		warn("--new: %s, got '%s'", why, id);
	} else if (number >= 0) {
		scaffold_make(&a, files, number, arena_strndup(&a, id, (size_t)(slash - id)),
			      slash + 1);
		bad = newfiles_write(root, files);
	}
	for (const struct newfile *f = files; !bad && f->path; f++)
		printf("%s/%s\n", root, f->path);
	if (!bad)
		printf("run it: %s %s; after a change: %s --bless %s\n", run, id, run, id);
	arena_free(&a);
	return bad;
}

const char *const scaffold_kinds[] = {"multi-phase", "single-phase", "two-modules", "failing",
				      NULL};

/* In these texts MODULE stands for the module's name and AREA for the area; "" means no file. */
static const char header[] =
	"summary:  REPLACE: the rule in one sentence\n"
	"# where it is written: a URL, PEP N with a section, or cpython:FILE:FUNCTION\n"
	"spec:     https://docs.python.org/3/REPLACE\n"
	"# the broken loaders of " FOLDER_MUTANTS " that this case catches: NAME...\n"
	"mutant:   none -- REPLACE: why no broken loader shows the rule\n"
	"\n";

struct texts {
	const char *commands;
	const char *expected;
	const char *fixture;
	const char *provider; /* the other module, MODULE_provider */
};

static const struct texts multi_phase = {
	"import MODULE\n"
	"loaded? MODULE\n",

	"> import MODULE\n"
	"| init\n"
	"| exec\n"
	"= <module \"MODULE\" \"$FIX/AREA/MODULE$EXT\">\n"
	"> loaded? MODULE\n"
	"= true\n",

	"/* REPLACE: what this module does that a loader must notice. */\n"
	"#include \"fx_multi.h\"\n"
	"\n"
	"static int\n"
	"run(PyObject *module)\n"
	"{\n"
	"\tfx_event(\"exec\");\n"
	"\treturn 0;\n"
	"}\n"
	"\n"
	"/* its hook reports \"init\" */\n"
	"FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, run}))\n",
	"",
};

static const struct texts single_phase = {
	"import MODULE\n"
	"get MODULE.answer\n"
	"loaded? MODULE\n",

	"> import MODULE\n"
	"| init\n"
	"= <module \"MODULE\" \"$FIX/AREA/MODULE$EXT\">\n"
	"> get MODULE.answer\n"
	"= 42\n"
	"> loaded? MODULE\n"
	"= true\n",

	"/* REPLACE: what this module does that a loader must notice. */\n"
	"#include \"fx_single.h\"\n"
	"\n"
	"/* without a state of its own: the module is made only once */\n"
	"FX_SINGLE_FILL(.m_size = -1)\n"
	"{\n"
	"\tfx_event(\"init\");\n"
	"\treturn PyModule_AddIntConstant(module, \"answer\", 42);\n"
	"}\n",
	"",
};

static const struct texts two_modules = {
	"import MODULE\n"
	"call MODULE.next\n"
	"# the same copy of the other module, not a second one\n"
	"import MODULE_provider\n"
	"call MODULE_provider.count\n",

	"> import MODULE\n"
	"| init\n"
	"= <module \"MODULE\" \"$FIX/AREA/MODULE$EXT\">\n"
	"> call MODULE.next\n"
	"= 1\n"
	"> import MODULE_provider\n"
	"| provider init\n"
	"= <module \"MODULE_provider\" \"$FIX/AREA/MODULE_provider$EXT\">\n"
	"> call MODULE_provider.count\n"
	"= 1\n",

	"/* fixture: needs=MODULE_provider$EXT ldflags=-Wl,-rpath,$ORIGIN\n"
	" * check=needed:MODULE_provider$EXT check=undef:MODULE_next */\n"
	"/* REPLACE: calls a function that the other module defines. */\n"
	"#include \"fx_multi.h\"\n"
	"\n"
	"int MODULE_next(void);\n"
	"\n"
	"static PyObject *\n"
	"next(PyObject *module, PyObject *unused)\n"
	"{\n"
	"\treturn PyLong_FromLong(MODULE_next());\n"
	"}\n"
	"\n"
	"FX_MULTI_INIT(FX_METHODS({\"next\", next, METH_NOARGS, NULL}))\n",

	"/* fixture: check=exports:MODULE_next */\n"
	"/* REPLACE: defines a function for the other module, and counts its calls. */\n"
	"#include \"fx.h\"\n"
	"\n"
	"int MODULE_next(void);\n"
	"\n"
	"static int calls;\n"
	"\n"
	"int\n"
	"MODULE_next(void)\n"
	"{\n"
	"\treturn ++calls;\n"
	"}\n"
	"\n"
	"static PyObject *\n"
	"count(PyObject *module, PyObject *unused)\n"
	"{\n"
	"\treturn PyLong_FromLong(calls);\n"
	"}\n"
	"\n"
	"FX_DEF(FX_METHODS({\"count\", count, METH_NOARGS, NULL}));\n"
	"\n"
	"FX_HOOK(FX_NAME)\n"
	"{\n"
	"\tfx_event(\"provider init\");\n"
	"\treturn PyModuleDef_Init(&def);\n"
	"}\n",
};

#define REFUSED                                                                         \
	"> import MODULE\n"                                                                 \
	"! ImportError\n"                                                                   \
	"@if py>=3.15\n"                                                                    \
	"~ message \"dynamic module does not define module export function "                \
	"(PyModExport_MODULE or PyInit_MODULE)\"\n"                                         \
	"@else\n"                                                                           \
	"~ message \"dynamic module does not define module export function "                \
	"(PyInit_MODULE)\"\n"                                                               \
	"@end\n"                                                                            \
	"~ name \"MODULE\"\n"                                                               \
	"~ path \"$FIX/AREA/MODULE$EXT\"\n"

static const struct texts failing = {
	"import MODULE\n"
	"mentions? PyInit_MODULE\n"
	"loaded? MODULE\n"
	"# a second try fails like the first\n"
	"import MODULE\n"
	"loaded? MODULE\n",

	REFUSED
	"> mentions? PyInit_MODULE\n"
	"= true\n"
	"> loaded? MODULE\n"
	"= false\n"
	REFUSED
	"> loaded? MODULE\n"
	"= false\n",

	"/* fixture: check=lacks:PyInit_MODULE */\n"
	"/* REPLACE: what is wrong with this module; so far it has no export hook. */\n"
	"#include \"fx.h\"\n"
	"\n"
	"int MODULE_function(void);\n"
	"\n"
	"int\n"
	"MODULE_function(void)\n"
	"{\n"
	"\tfx_event(\"called, which no loader does\");\n"
	"\treturn 1;\n"
	"}\n",
	"",
};

static const struct texts *const kinds[] = {&multi_phase, &single_phase, &two_modules, &failing};

const char *
scaffold_module(struct arena *a, const char *name)
{
	bool letter = *name >= 'a' && *name <= 'z', lone = !strpbrk(name, "-_");
	char *module = arena_printf(a, "%s%s%s", letter ? "" : "m", name, lone ? "_module" : "");

	for (char *p = module; *p; p++) {
		if (*p == '-')
			*p = '_';
	}
	return module;
}

static const char *
fill(struct arena *a, const char *template, const char *area, const char *module)
{
	struct buf b = {0};
	const char *text;

	while (*template) {
		if (text_starts(template, "MODULE")) {
			buf_puts(&b, module);
			template += strlen("MODULE");
		} else if (text_starts(template, "AREA")) {
			buf_puts(&b, area);
			template += strlen("AREA");
		} else {
			buf_putc(&b, *template++);
		}
	}
	text = arena_strndup(a, buf_str(&b), b.len);
	buf_free(&b);
	return text;
}

void
scaffold_make(struct arena *a, struct newfile files[SCAFFOLD_FILES + 1], int kind,
	      const char *area, const char *name)
{
	const struct texts *t = kinds[kind];
	const char *module = scaffold_module(a, name);
	size_t n = 0;

	files[n++] = (struct newfile){
		arena_printf(a, FOLDER_CASES "/%s/%s.case", area, name),
		arena_printf(a, "%s%s", header, fill(a, t->commands, area, module))};
	files[n++] = (struct newfile){arena_printf(a, FOLDER_FIXTURES "/%s/%s.c", area,
							 module),
					    fill(a, t->fixture, area, module)};
	if (*t->provider)
		files[n++] = (struct newfile){
			arena_printf(a, FOLDER_FIXTURES "/%s/%s_provider.c", area, module),
			fill(a, t->provider, area, module)};
	files[n++] = (struct newfile){arena_printf(a, FOLDER_EXPECTED "/%s/%s.out", area,
							 name),
					    fill(a, t->expected, area, module)};
	files[n] = (struct newfile){NULL, NULL};
}
