/* the loader must ignore what follows the end of the slots */
#include "fx_multi.h"

static int
behind(PyObject *module)
{
	fx_event("exec behind the end");
	return 0;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, fx_exec},
	{0, NULL},
	{Py_mod_exec, behind},
	{12345, NULL},
	{0, NULL}
};

FX_MULTI_INIT(.m_slots = slots)
