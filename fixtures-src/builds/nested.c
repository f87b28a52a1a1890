/* fixture: names=unused_imports_unsaid,unsaid_imports_unused,unused_imports_unused */
/* The hook imports another module, named last, before it returns. */
#include "gil.h"

static PyModuleDef_Slot slots[] = {{Py_mod_exec, gil_exec}, {0, NULL}, {0, NULL}};

FX_DEF(.m_slots = slots);

FX_HOOK(FX_NAME)
{
	const char *name = FX_STR(FX_NAME);
	PyObject *inner;

	fx_event("outer hook %s", gil_now());
	inner = PyImport_ImportModule(strrchr(name, '_') + 1);
	fx_event("outer hook %s", gil_now());
	if (!inner)
		return NULL;
	Py_DECREF(inner);
	if (strncmp(name, "unused", 6) == 0)
		slots[1] = (PyModuleDef_Slot){Py_mod_gil, Py_MOD_GIL_NOT_USED};
	return PyModuleDef_Init(&def);
}
