/* a single-phase module that has a capsule */
#include "fx_single.h"

static void
destroy(PyObject *capsule)
{
	fx_event("capsule destroyed, value %d", *(int *)PyCapsule_GetPointer(capsule, "capsule"));
}

FX_SINGLE_FILL(.m_size = -1)
{
	static int value = 42;
	PyObject *capsule = PyCapsule_New(&value, "capsule", destroy);
	int failed = !capsule || PyObject_SetAttrString(module, "capsule", capsule);

	fx_event("init");
	Py_XDECREF(capsule);
	return -failed;
}
