/* reports every step of its life */
#include "fx_multi.h"

__attribute__((constructor)) static void
construct(void)
{
	fx_event("constructor");
}

__attribute__((destructor)) static void
destruct(void)
{
	fx_event("destructor");
}

static PyObject *
report(PyObject *module, PyObject *args)
{
	const char *text;

	if (!PyArg_ParseTuple(args, "s", &text))
		return NULL;
	fx_event("%s", text);
	Py_RETURN_NONE;
}

FX_MULTI_INIT(FX_METHODS({"report", report, METH_VARARGS, NULL}), FX_SLOTS({Py_mod_exec, fx_exec}))
