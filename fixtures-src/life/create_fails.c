/* its create slot fails; m_clear and m_free say whether they are called */
#include "fx_multi.h"

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	(void)spec, (void)def;
	fx_event("create");
	PyErr_SetString(PyExc_ValueError, "on purpose");
	return NULL;
}

static int
clear(PyObject *module)
{
	(void)module;
	fx_event("clear");
	return 0;
}

static void
release(void *module)
{
	(void)module;
	fx_event("free");
}

FX_MULTI(FX_SLOTS({Py_mod_create, create}, {Py_mod_exec, fx_exec}),
	 .m_clear = clear,
	 .m_free = release)
