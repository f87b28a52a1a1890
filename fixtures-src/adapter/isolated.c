/* like echo, for an interpreter with its own GIL, where such interpreters exist */
#include "fx_multi.h"

static PyObject *
echo(PyObject *module, PyObject *args)
{
	Py_INCREF(args);
	return args;
}

static PyModuleDef_Slot slots[] = {
#ifdef Py_mod_multiple_interpreters
	{Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED},
#endif
	{0, NULL}
};

FX_MULTI(FX_METHODS({"echo", echo, METH_VARARGS, NULL}), .m_slots = slots)
