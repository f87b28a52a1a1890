/* fixture: names=chameleon,chameleon_gives,chameleon_needs,chameleon_now
 * cflags=-pthread ldflags=-pthread ldflags=-s ldflags=-Wl,-z,lazy
 * ldflags=-Wl,--version-script=$SRC/version.map
 * ldflags=-Wl,-f,conform-needed-1-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
 * ldflags=-Wl,-f,conform-needed-2-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
 * ldflags=-Wl,-soname,conform-soname-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
 * ldflags=-Wl,-rpath,conform-runpath-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
 */
/*
 * The chameleon: a module that behaves as its plan says. `conform explore` copies the built file
 * and writes a plan into each copy, in the place of the one in plan_words.h
 * (harness/fixtures/chameleon.c): so the plan stays with the file, whatever its name is and
 * wherever it lies. harness/explore/plan.c knows the keys. A hook that a plan does not have is made
 * invisible in the copy; the plan's libraries, soname and run path take the place of the names
 * above (harness/fixtures/chameleon_links.c).
 *
 * There are several, since no edit of a file makes it define or need a symbol: chameleon_gives
 * defines the function conform_given, chameleon_needs cannot do without it when it is called,
 * chameleon_now not even when it is opened, and chameleon uses it if another file has it. See
 * chameleon_version.c for two more.
 */
#include "fx.h"

#include "plan_words.h"
#include "deeds.h"
#include "stands.h"

enum { SLOTS_MAX = 16 };

#include "given.h"

static PyObject *
answer(PyObject *module, PyObject *nothing)
{
	(void)module;
	(void)nothing;
	return PyLong_FromLong(plan_number("answer"));
}

static PyObject *
bound(PyObject *module, PyObject *nothing)
{
	(void)module;
	(void)nothing;
	return PyLong_FromLong(given());
}

/* the counter in the module's state; NULL if it has none */
static int *
state_counter(PyObject *module)
{
	if (!PyModule_Check(module) || plan_number("size") < (long)sizeof(int))
		return NULL;
	return PyModule_GetState(module);
}

/* counts its calls, in the module's state if it has one */
static PyObject *
count(PyObject *module, PyObject *nothing)
{
	static int calls;
	int *counter = state_counter(module);

	(void)nothing;
	counter = counter ? counter : &calls;
	return PyLong_FromLong(++*counter);
}

/* what PyState_FindModule gives for the module's definition */
static PyObject *
found(PyObject *module, PyObject *nothing)
{
	PyModuleDef *def = PyModule_GetDef(module);
	PyObject *other = def && !def->m_slots ? PyState_FindModule(def) : NULL;

	(void)nothing;
	return PyUnicode_FromString(!other ? "none" : other == module ? "itself" : "another one");
}

static PyMethodDef methods[] = {
	{"answer", answer, METH_NOARGS, "what the plan says"},
	{"bound", bound, METH_NOARGS, NULL},
	{"found", found, METH_NOARGS, NULL},
	{"count", count, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL},
};

static void
freed(void *module)
{
	fx_event("free, %s", PyModule_GetState(module) ? "with state" : "without state");
}

static int
cleared(PyObject *module)
{
	(void)module;
	fx_event("clear");
	return 0;
}

static int
traversed(PyObject *module, visitproc visit, void *arg)
{
	(void)module;
	(void)visit;
	(void)arg;
	return 0;
}

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	PyObject *name = PyObject_GetAttrString(spec, "name"), *module = NULL;

	(void)def;
	if (!name)
		return NULL;
	stand("create");
	fx_event("create, %s sys.modules", PyUnicode_Check(name) ?
		 deed_place(NULL, PyUnicode_AsUTF8(name)) : "not looked for in");
	PyErr_Clear();
	if (plan_says("create", "module") || plan_says("create", "unreported"))
		module = PyModule_NewObject(name);
	else if (plan_says("create", "number"))
		module = PyLong_FromLong(12345);
	else if (plan_says("create", "none"))
		module = deed_none();
	Py_DECREF(name);
	deed_raise("create");
	return module;
}

static const char *
state_of(PyObject *module)
{
	const int *state = state_counter(module);

	return !state ? "no state" : *state ? "used state" : "zero state";
}

static int
execute(PyObject *module)
{
	int *counter = state_counter(module);
	int bad;

	fx_event("exec, %s", state_of(module));
	if (counter)
		*counter = 1;
	stand("exec");
	bad = deed(module, NULL);
	if (!bad && PyModule_Check(module))
		bad = PyModule_AddIntConstant(module, "executed", plan_number("answer"));
	if (bad)
		return -1;
	deed_raise("exec");
	if (plan_says("exec", "positive"))
		PyErr_SetString(PyExc_ValueError, "from a slot that gives 1");
	return plan_says("exec", "done") || plan_says("exec", "unreported") ? 0 :
		plan_says("exec", "positive") ? 1 : -1;
}

/* append what the lines interp and gil say of a slot */
static int
fill_values(PyModuleDef_Slot *slots, int n)
{
#if PY_VERSION_HEX >= 0x030C0000 && !defined(PYPY_VERSION)
	static const struct {
		const char *word;
		void *value;
	} known[] = {
		{"none", Py_MOD_MULTIPLE_INTERPRETERS_NOT_SUPPORTED},
		{"legacy", Py_MOD_MULTIPLE_INTERPRETERS_SUPPORTED},
		{"own", Py_MOD_PER_INTERPRETER_GIL_SUPPORTED},
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (plan_says("interp", known[i].word))
			slots[n++] = (PyModuleDef_Slot){Py_mod_multiple_interpreters,
							known[i].value};
#endif
#if PY_VERSION_HEX >= 0x030D0000 && !defined(PYPY_VERSION)
	if (!plan_says("gil", "unsaid"))
		slots[n++] = (PyModuleDef_Slot){Py_mod_gil, plan_says("gil", "used") ?
						Py_MOD_GIL_USED : plan_says("gil", "odd") ?
						(void *)5 : Py_MOD_GIL_NOT_USED};
#endif
	return n;
}

static int
fill_slots(PyModuleDef_Slot *slots)
{
	char kind[WORD_BYTES];
	int n = 0;

	for (int i = 0; i < SLOTS_MAX / 2 && *plan_word(kind, "slots", i); i++) {
		if (!strcmp(kind, "create"))
			slots[n++] = (PyModuleDef_Slot){Py_mod_create, (void *)create};
		else if (!strcmp(kind, "exec"))
			slots[n++] = (PyModuleDef_Slot){Py_mod_exec, (void *)execute};
		else if (!strcmp(kind, "unknown"))
			slots[n++] = (PyModuleDef_Slot){9999, (void *)execute};
		else if (!strcmp(kind, "negative"))
			slots[n++] = (PyModuleDef_Slot){-1, (void *)execute};
	}
	return fill_values(slots, n);
}

static void
fill(PyModuleDef *def, PyModuleDef_Slot *slots)
{
	def->m_size = plan_number("size");
	def->m_methods = plan_says("has", "methods") ? methods : NULL;
	def->m_doc = plan_says("has", "doc") ? "a chameleon" : NULL;
	def->m_traverse = plan_says("has", "traverse") ? traversed : NULL;
	def->m_clear = plan_says("has", "clear") ? cleared : NULL;
	def->m_free = plan_says("has", "free") ? freed : NULL;
	if (!plan_says("gives", "single"))
		def->m_slots = fill_slots(slots) || plan_says("slots", "empty") ? slots : NULL;
}

static PyObject *
single(PyModuleDef *def)
{
	PyObject *module = PyModule_Create(def);

	if (module && !plan_says("gil", "used") && fx_needs_no_gil(module) < 0)
		Py_CLEAR(module);
	if (module)
		stand("exec");
	if (module && (deed(module, def) < 0 ||
		       PyModule_AddIntConstant(module, "executed", plan_number("answer")) < 0))
		Py_CLEAR(module);
	return module;
}

/* what an export hook gives: the plan's, for its own definition */
static PyObject *
give(const char *name, PyModuleDef *def, PyModuleDef_Slot *slots)
{
	static int calls;
	PyObject *it = NULL;

	fx_event("%s: call %d%s", name, ++calls, PyErr_Occurred() ? ", with an exception" : "");
	if (!def->m_name) {
		def->m_name = name;
		fill(def, slots);
	}
	stand("hook");
	if (plan_says("gives", "multi"))
		it = PyModuleDef_Init(def);
	else if (plan_says("gives", "single"))
		it = single(def);
	else if (plan_says("gives", "number"))
		it = PyLong_FromLong(12345);
	else if (plan_says("gives", "none"))
		it = deed_none();
	else if (plan_says("gives", "unreported"))
		it = PyModuleDef_Init(def);
	else if (plan_says("gives", "plain"))
		it = PyModule_New("plain");
	if (!PyErr_Occurred())
		deed_raise("gives");
	return it;
}

/*
 * the hooks for a name: two that may be its own, the one that gives slots, and the one of Python 2.
 * None calls another one by its name, which may be hidden.
 */
#define HOOK(name) HOOKS(name, #name, PyInit_##name, PyInitU_##name, PyModExport_##name, init##name)
#define HOOKS(name, text, hook, other_hook, export_hook, old_hook) \
	static PyObject *give_##name(void) \
	{ \
		static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = NULL}; \
		static PyModuleDef_Slot slots[SLOTS_MAX]; \
		return give(text, &def, slots); \
	} \
	PyMODINIT_FUNC hook(void); \
	PyMODINIT_FUNC hook(void) \
	{ \
		return give_##name(); \
	} \
	PyMODINIT_FUNC other_hook(void); \
	PyMODINIT_FUNC other_hook(void) \
	{ \
		return give_##name(); \
	} \
	PyMODINIT_FUNC old_hook(void); \
	PyMODINIT_FUNC old_hook(void) \
	{ \
		return give_##name(); \
	} \
	EXPORT(export_hook, text)

#include "export.h"

HOOK(ape)
HOOK(ark)
HOOK(bat)
HOOK(cow)
HOOK(dog)
HOOK(eel_pie)
HOOK(hippopotamus_and_rhinoceros_and_crocodile_and_alligator_and_elephant)

/* foën, with the letter U+00EB */
HOOKS(foen, "fo\xc3\xabn", PyInitU_fon_kma, PyInit_fon_kma, PyModExportU_fon_kma, initfon_kma)

__attribute__((constructor)) static void
opened(void)
{
	if (plan_says("says", "opened"))
		fx_event("opened, given %ld", given());
}

__attribute__((destructor)) static void
closed(void)
{
	if (plan_says("says", "closed"))
		fx_event("closed");
}
