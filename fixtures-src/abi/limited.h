/*
 * limited.h: a multi-phase module that uses the limited API only: a class made from a spec, whose
 * slots have numbers too, state, and a function. The sources that include it differ in the
 * headers that compile them.
 */
#ifndef LIMITED_H
#define LIMITED_H

#include "fx_multi.h"

struct state {
	long calls;
};

static PyObject *
calls(PyObject *module, PyObject *unused)
{
	struct state *state = (struct state *)PyModule_GetState(module);

	return PyLong_FromLong(++state->calls);
}

static PyObject *
represent(PyObject *self)
{
	return PyUnicode_FromString("a thing");
}

static PyType_Slot thing_slots[] = {
	{Py_tp_repr, represent},
	{Py_tp_str, represent},
	{0, NULL},
};

static PyType_Spec thing = {FX_STR(FX_NAME) ".Thing", 0, 0, Py_TPFLAGS_DEFAULT, thing_slots};

static int
run(PyObject *module)
{
	PyObject *type = PyType_FromSpec(&thing);
	PyObject *text = type ? PyObject_CallFunctionObjArgs(type, NULL) : NULL;

	fx_event("exec");
	if (!text)
		return -1;
	Py_DECREF(text);
	return PyModule_AddObject(module, "Thing", type);
}

FX_MULTI_INIT(.m_doc = "keeps to the limited API",
	      .m_size = sizeof(struct state),
	      FX_METHODS({"calls", calls, METH_NOARGS, "counts"}),
	      FX_SLOTS({Py_mod_exec, run}))

#endif
