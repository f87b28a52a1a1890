/* makes and executes modules from slots as a loader does, with the caller's spec */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
static int own;

static int
run(PyObject *module)
{
	PyObject *name = PyModule_GetNameObject(module);

	if (name)
		fx_event("exec of %s", PyUnicode_AsUTF8(name));
	Py_XDECREF(name);
	return name ? 0 : -1;
}

static PyMethodDef made_methods[] = {
	{NULL, NULL, 0, NULL},
};

/* a namespace with the name */
static PyObject *
spec_of(PyObject *name)
{
	PyObject *types = PyImport_ImportModule("types");
	PyObject *spec = types ? PyObject_CallMethod(types, "SimpleNamespace", NULL) : NULL;

	Py_XDECREF(types);
	if (spec && PyObject_SetAttrString(spec, "name", name) < 0)
		Py_CLEAR(spec);
	return spec;
}

/* the array and the doc are gone when the caller gets the module */
static PyObject *
made(PyObject *name, int with_token)
{
	char doc[] = "a doc that does not stay";
	PySlot slots[] = {
		PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
		PySlot_DATA(Py_mod_doc, doc),
		PySlot_SIZE(Py_mod_state_size, 8),
		PySlot_STATIC_DATA(Py_mod_methods, made_methods),
		PySlot_FUNC(Py_mod_exec, run),
		PySlot_END,
		PySlot_END,
	};
	PyObject *spec = spec_of(name), *module;

	if (with_token)
		slots[5] = (PySlot)PySlot_STATIC_DATA(Py_mod_token, &own);
	module = spec ? PyModule_FromSlotsAndSpec(slots, spec) : NULL;
	memset(slots, 0xff, sizeof(slots));
	memset(doc, '?', sizeof(doc) - 1);
	Py_XDECREF(spec);
	return module;
}

static PyObject *
make(PyObject *self, PyObject *name)
{
	(void)self;
	return made(name, 0);
}

static PyObject *
execute(PyObject *self, PyObject *name)
{
	PyObject *module = made(name, 0);

	(void)self;
	if (module && PyModule_Exec(module) < 0)
		Py_CLEAR(module);
	return module;
}

/* what a module that was made and executed says of itself */
static PyObject *
tell(PyObject *self, PyObject *name)
{
	PyObject *plain = made(name, 0), *marked = made(name, 1);
	void *first = &own, *second = NULL;
	Py_ssize_t size = -1;

	(void)self;
	if (!plain || !marked || PyModule_GetToken(plain, &first) < 0 ||
	    PyModule_GetToken(marked, &second) < 0 || PyModule_GetStateSize(plain, &size) < 0)
		return NULL;
	Py_DECREF(plain);
	Py_DECREF(marked);
	return Py_BuildValue("[ssn]", first ? "a token" : "no token",
			     second == &own ? "own" : "another", size);
}

static PyMethodDef methods[] = {
	{"make", make, METH_O, NULL},
	{"execute", execute, METH_O, NULL},
	{"tell", tell, METH_O, NULL},
	{NULL, NULL, 0, NULL},
};

FX_MODEXPORT(FX_NAME)
{
	static PySlot slots[] = {
		PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
		PySlot_STATIC_DATA(Py_mod_methods, methods),
		PySlot_END,
	};

	return slots;
}
#endif
