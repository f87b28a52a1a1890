/* fixture: names=create_silent,create_raises,create_unreported,create_keyboard_interrupt */
/* create slots that fail or misbehave; the exec slot must not run after them */
#include "fx_multi.h"

static int calls;

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	const char *name = FX_STR(FX_NAME);

	fx_event("create %d", ++calls);
	if (strcmp(name, "create_silent") != 0) {
		PyErr_Format(strcmp(name, "create_keyboard_interrupt") == 0
			     ? PyExc_KeyboardInterrupt : PyExc_ValueError, "try %d", calls);
	}
	return strcmp(name, "create_unreported") == 0 ? PyModule_New("unreported") : NULL;
}

FX_MULTI(FX_SLOTS({Py_mod_create, create}, {Py_mod_exec, fx_exec}))
