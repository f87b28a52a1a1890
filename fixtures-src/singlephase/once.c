/*
 * m_size -1: the state lives in C variables, so the hook may run only once. When the hook
 * returns, the module contains "value", "items" (mutable) and "calls".
 */
#include "fx_single.h"

static int calls;

FX_SINGLE_FILL(.m_size = -1)
{
	fx_event("init %d", ++calls);
	return PyModule_AddIntConstant(module, "value", 1) < 0
		|| PyModule_AddIntConstant(module, "calls", calls) < 0
		|| PyModule_AddObject(module, "items", Py_BuildValue("[i]", 10)) < 0 ? -1 : 0;
}
