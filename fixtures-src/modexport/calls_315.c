/* fixture: headers=3.15 check=undef:PyModule_GetToken */
/* Built for 3.15, with both hooks, and with a function that 3.15 added to the API. */
#include "fx_modexport.h"

static PyObject *
has_token(PyObject *module, PyObject *unused)
{
	void *token = NULL;

	if (PyModule_GetToken(module, &token) < 0)
		return NULL;
	return PyBool_FromLong(token != NULL);
}

static PyMethodDef methods[] = {
	{"has_token", has_token, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL},
};

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_STATIC_DATA(Py_mod_methods, methods),
	PySlot_END,
};

FX_MODEXPORT(FX_NAME)
{
	fx_event("PyModExport_" FX_STR(FX_NAME));
	return slots;
}

static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_methods = methods};

FX_HOOK(FX_NAME)
{
	fx_event("PyInit_" FX_STR(FX_NAME));
	return PyModuleDef_Init(&def);
}
