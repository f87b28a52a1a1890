/* What a chameleon does besides, while its code runs: the lines `does`, and how `raise` goes. */
#ifndef DEEDS_H
#define DEEDS_H

#include "deeds_nested.h"
#include "plan_words.h"

/* set the exception that the line KEY asks for, if any */
static void
deed_raise(const char *key)
{
	char text[WORD_BYTES];

	snprintf(text, sizeof(text), "from %s", strcmp(key, "gives") ? key : "the hook");
	if (plan_says(key, "raise") || plan_says(key, "unreported"))
		PyErr_SetString(PyExc_ValueError, text);
	else if (plan_says(key, "import-error"))
		PyErr_SetString(PyExc_ImportError, text);
	else if (plan_says(key, "exit"))
		PyErr_SetString(PyExc_SystemExit, text);
}

static PyObject *
deed_none(void)
{
	Py_INCREF(Py_None);
	return Py_None;
}

/* the attribute as a text, "unset" or "not text" */
static void
deed_text(char text[256], PyObject *object, const char *attribute)
{
	PyObject *value = object ? PyObject_GetAttrString(object, attribute) : NULL;
	const char *utf8 = value && PyUnicode_Check(value) ? PyUnicode_AsUTF8(value) : NULL;

	snprintf(text, 256, "%s", utf8 ? utf8 : value == Py_None ? "None" :
		 value ? "not text" : "unset");
	PyErr_Clear();
	Py_XDECREF(value);
}

static const char *
deed_place(PyObject *module, const char *name)
{
	PyObject *found = name ? PyDict_GetItemString(PyImport_GetModuleDict(), name) : NULL;

	return !found ? "not in" : found == module ? "in" : "another one in";
}

static const char *
deed_state(PyObject *module, PyModuleDef *def)
{
	PyObject *found = def ? PyState_FindModule(def) : NULL;

	return !found ? "" : found == module ? ", found by its definition" :
		", another one found by its definition";
}

/* report what a module knows of itself while its code runs */
static void
deed_look(PyObject *module, const char *name, PyModuleDef *def)
{
	PyObject *get = PySys_GetObject("getdlopenflags");
	PyObject *flags = get ? PyObject_CallFunction(get, NULL) : NULL;
	PyObject *spec = PyObject_HasAttrString(module, "__spec__") ?
		PyObject_GetAttrString(module, "__spec__") : NULL;
	char file[256], package[256], spec_name[256];

	deed_text(file, module, "__file__");
	deed_text(package, module, "__package__");
	deed_text(spec_name, spec, "name");
	fx_event("%s: %s sys.modules, package %s, spec %s, flags %ld%s", name,
		 deed_place(module, name), package, spec_name, flags ? PyLong_AsLong(flags) : -1,
		 deed_state(module, def));
	fx_event("file %s", file);
	PyErr_Clear();
	Py_XDECREF(flags);
	Py_XDECREF(spec);
}

static int
deed_set(PyObject *module, const char *attribute, PyObject *value)
{
	int bad = value ? PyObject_SetAttrString(module, attribute, value) : -1;

	Py_XDECREF(value);
	return bad;
}

static int
deed_flags(void)
{
	PyObject *set = PySys_GetObject("setdlopenflags");
	PyObject *done = set ? PyObject_CallFunction(set, "i", 0x102) : NULL;

	Py_XDECREF(done);
	return done ? 0 : -1;
}

static int
deed_modules(const char *name)
{
	PyObject *modules = PyImport_GetModuleDict(), *other;
	int bad;

	if (plan_says("does", "forget"))
		return PyDict_GetItemString(modules, name) ?
			PyDict_DelItemString(modules, name) : 0;
	other = PyUnicode_FromString("another object");
	bad = other ? PyMapping_SetItemString(modules, name, other) : -1;
	Py_XDECREF(other);
	return bad;
}

/* a new entry at the end of sys.path */
static int
deed_entry(void)
{
	PyObject *path = PySys_GetObject("path"), *entry = PyUnicode_FromString("/an/entry");
	int bad = path && entry ? PyList_Append(path, entry) : -1;

	Py_XDECREF(entry);
	return bad;
}

/* a new list of finders, with one more */
static int
deed_finder(void)
{
	PyObject *old = PySys_GetObject("meta_path");
	PyObject *new = old ? PySequence_List(old) : NULL;
	int bad = new && PyList_Size(new) ? PyList_Append(new, PyList_GetItem(new, 0)) : -1;

	if (!bad)
		bad = PySys_SetObject("meta_path", new);
	Py_XDECREF(new);
	return bad;
}

/* def: of a single-phase module. 0, or -1 with an exception */
static int
deed(PyObject *module, PyModuleDef *def)
{
	char name[256];

	deed_text(name, module, "__name__");
	if (plan_says("does", "look"))
		deed_look(module, name, def);
	else if (plan_says("does", "import") || plan_says("does", "self") ||
		 plan_says("does", "thread") || plan_says("does", "interp"))
		return nested(name);
	else if (plan_says("does", "forget") || plan_says("does", "replace"))
		return deed_modules(name);
	else if (plan_says("does", "flags"))
		return deed_flags();
	else if (plan_says("does", "entry"))
		return deed_entry();
	else if (plan_says("does", "finder"))
		return deed_finder();
	else if (plan_says("does", "rename"))
		return deed_set(module, "__name__", PyUnicode_FromString("renamed"));
	else if (plan_says("does", "file"))
		return deed_set(module, "__file__", PyUnicode_FromString("a file of its own"));
	else if (plan_says("does", "path"))
		return deed_set(module, "__path__", PyList_New(0));
	else if (plan_says("does", "add") && def)
		return PyState_AddModule(module, def);
	return 0;
}

#endif
