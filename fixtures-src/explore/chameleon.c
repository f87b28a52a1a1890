/* fixture: ldflags=-Wl,-z,now ldflags=-s */
/*
 * The chameleon: a module that behaves as its plan says. `conform explore` copies the built file
 * and writes a plan into each copy, in the place of the one below (harness/fixtures/chameleon.c):
 * so the plan stays with the file, whatever its name is and wherever it lies. A plan is lines
 * `KEY: WORD...`; harness/explore/plan.c knows the keys. A hook that a plan does not have is made
 * invisible in the copy.
 */
#include "fx.h"

#include <string.h>

enum { PLAN_BYTES = 1024, WORD_BYTES = 64, SLOTS_MAX = 8, NESTED_MAX = 3 };

/* volatile: the compiler must not know what it is */
static volatile char plan[PLAN_BYTES] = "conform plan:\n";

/* the word number n of the plan's line KEY; "" if there is none */
static const char *
word(const char *key, int n)
{
	static char text[PLAN_BYTES], found[WORD_BYTES];
	char line[WORD_BYTES];
	const char *at;

	for (size_t i = 0; i < PLAN_BYTES; i++)
		text[i] = plan[i];
	found[0] = '\0';
	snprintf(line, sizeof(line), "\n%s:", key);
	at = strstr(text, line);
	for (at = at ? at + strlen(line) : ""; *at == ' '; n--) {
		size_t len = strcspn(++at, " \n");

		if (!n && len < WORD_BYTES) {
			memcpy(found, at, len);
			found[len] = '\0';
			return found;
		}
		at += len;
	}
	return found;
}

static int
says(const char *key, const char *value)
{
	for (int n = 0; *word(key, n); n++)
		if (!strcmp(word(key, n), value))
			return 1;
	return 0;
}

static long
number(const char *key)
{
	return strtol(word(key, 0), NULL, 10);
}

static PyObject *
raise(const char *text)
{
	PyErr_SetString(PyExc_ValueError, text);
	return NULL;
}

/* what a module does besides, while its code runs: 0, or -1 with an exception */
static int
deed(const char *name)
{
	static int depth;
	PyObject *modules = PyImport_GetModuleDict(), *other = NULL;
	int bad = 0;

	if (says("does", "import") && depth < NESTED_MAX) {
		depth++;
		other = PyImport_ImportModule(word("does", 1));
		depth--;
		fx_event("%s: import %s", name, other ? "done" : "failed");
		bad = other ? 0 : -1;
	} else if (says("does", "forget")) {
		if (PyDict_GetItemString(modules, name))
			bad = PyDict_DelItemString(modules, name);
	} else if (says("does", "replace")) {
		other = PyUnicode_FromString("another object");
		bad = other ? PyMapping_SetItemString(modules, name, other) : -1;
	} else if (says("does", "flags")) {
		PyObject *set = PySys_GetObject("setdlopenflags");

		other = set ? PyObject_CallFunction(set, "i", 0x102) : NULL;
		bad = other ? 0 : -1;
	} else if (says("does", "look")) {
		fx_event("%s: %s in sys.modules", name,
			 PyDict_GetItemString(modules, name) ? "is" : "is not");
	}
	Py_XDECREF(other);
	return bad;
}

static PyObject *
answer(PyObject *module, PyObject *nothing)
{
	(void)module;
	(void)nothing;
	return PyLong_FromLong(number("answer"));
}

static PyMethodDef methods[] = {
	{"answer", answer, METH_NOARGS, "what the plan says"},
	{NULL, NULL, 0, NULL},
};

static void
freed(void *module)
{
	fx_event("free, %s", PyModule_GetState(module) ? "with state" : "without state");
}

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	PyObject *name = PyObject_GetAttrString(spec, "name"), *module = NULL;

	(void)def;
	fx_event("create");
	if (!name)
		return NULL;
	if (says("create", "module") || says("create", "unreported"))
		module = PyModule_NewObject(name);
	else if (says("create", "number"))
		module = PyLong_FromLong(12345);
	Py_DECREF(name);
	if (says("create", "raise") || says("create", "unreported"))
		raise("from create");
	return module;
}

static int
execute(PyObject *module)
{
	PyObject *name = PyObject_GetAttrString(module, "__name__");
	int bad = name ? deed(PyUnicode_AsUTF8(name)) : -1;

	Py_XDECREF(name);
	fx_event("exec");
	if (!bad && (says("exec", "raise") || says("exec", "unreported")))
		raise("from exec");
	return bad || says("exec", "raise") || says("exec", "null") ? -1 : 0;
}

static PyModuleDef *
fill(PyModuleDef *def, PyModuleDef_Slot *slots)
{
	int n = 0;

	for (int i = 0; i < SLOTS_MAX - 2 && *word("slots", i); i++) {
		const char *kind = word("slots", i);

		if (!strcmp(kind, "create")) {
			slots[n].slot = Py_mod_create;
			slots[n++].value = (void *)create;
		} else if (!strcmp(kind, "exec")) {
			slots[n].slot = Py_mod_exec;
			slots[n++].value = (void *)execute;
		} else if (!strcmp(kind, "unknown")) {
			slots[n].slot = 9999;
			slots[n++].value = (void *)execute;
		}
	}
#if defined(Py_GIL_DISABLED)
	slots[n].slot = Py_mod_gil;
	slots[n++].value = Py_MOD_GIL_NOT_USED;
#endif
	def->m_size = number("size");
	def->m_methods = says("has", "methods") ? methods : NULL;
	def->m_doc = says("has", "doc") ? "a chameleon" : NULL;
	def->m_free = says("has", "free") ? freed : NULL;
	if (!says("gives", "single"))
		def->m_slots = n ? slots : NULL;
	return def;
}

static PyObject *
single(PyModuleDef *def)
{
	PyObject *module = PyModule_Create(def), *name = NULL;

	if (module && fx_needs_no_gil(module) < 0)
		Py_CLEAR(module);
	if (module)
		name = PyObject_GetAttrString(module, "__name__");
	if (name && deed(PyUnicode_AsUTF8(name)) < 0)
		Py_CLEAR(module);
	Py_XDECREF(name);
	return module;
}

/* what an export hook gives: the plan's, for its own definition */
static PyObject *
give(const char *name, PyModuleDef *def, PyModuleDef_Slot *slots)
{
	static int calls;
	PyObject *given = NULL;

	fx_event("%s: call %d", name, ++calls);
	if (!def->m_name) {
		def->m_name = name;
		fill(def, slots);
	}
	if (says("gives", "multi"))
		given = PyModuleDef_Init(def);
	else if (says("gives", "single"))
		given = single(def);
	else if (says("gives", "number"))
		given = PyLong_FromLong(12345);
	if (says("gives", "raise") || (given && says("gives", "unreported")))
		raise("from the hook");
	return given;
}

#define HOOK(name) \
	FX_HOOK(name) \
	{ \
		static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = NULL}; \
		static PyModuleDef_Slot slots[SLOTS_MAX]; \
		return give(#name, &def, slots); \
	}

HOOK(ape)
HOOK(bat)
HOOK(cow)
HOOK(dog)
HOOK(eel_pie)
HOOK(hippopotamus_and_rhinoceros_and_crocodile_and_alligator_and_elephant)

/* foën, with the letter U+00EB */
PyMODINIT_FUNC PyInitU_fon_kma(void);
PyMODINIT_FUNC
PyInitU_fon_kma(void)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = NULL};
	static PyModuleDef_Slot slots[SLOTS_MAX];

	return give("fo\xc3\xabn", &def, slots);
}

__attribute__((constructor)) static void
opened(void)
{
	if (says("says", "opened"))
		fx_event("opened");
}
