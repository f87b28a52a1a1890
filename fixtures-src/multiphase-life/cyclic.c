/*
 * Refers to itself, so that only the collector can free it, and to a capsule that reports its
 * end. It has the smallest possible state.
 */
#include "fx_multi.h"

static void
collected(PyObject *capsule)
{
	fx_event("collected");
}

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	PyObject *module = PyModule_New(FX_STR(FX_NAME));
	PyObject *capsule = PyCapsule_New(def, NULL, collected);

	if (!module || !capsule || PyObject_SetAttrString(module, "capsule", capsule) < 0
	    || PyObject_SetAttrString(module, "itself", module) < 0) {
		Py_CLEAR(module);
	}
	Py_XDECREF(capsule);
	return module;
}

static int
clear(PyObject *module)
{
	fx_event("clear, %s", PyModule_GetState(module) ? "with state" : "no state");
	return 0;
}

static void
release(void *module)
{
	fx_event("free, %s", PyModule_GetState(module) ? "with state" : "no state");
}

FX_MULTI(.m_size = 1, FX_SLOTS({Py_mod_create, create}), .m_clear = clear, .m_free = release)
