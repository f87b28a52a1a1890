/* fixture: names=export_where,export_fails_first */
/*
 * An export hook that gives slots. It says in which interpreter it runs; that of export_fails_first
 * fails at its first call in the process.
 */
#include "../modexport/fx_modexport.h"
#include "interp.h"

#if FX_HAS_MODEXPORT
static int calls;

static int
run(PyObject *module)
{
	(void)module;
	fx_event("exec in %s", where());
	return 0;
}

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_FUNC(Py_mod_exec, run),
	PySlot_END,
};

FX_MODEXPORT(FX_NAME)
{
	fx_event("hook in %s", where());
	if (strcmp(FX_STR(FX_NAME), "export_fails_first") == 0 && calls++ == 0) {
		PyErr_SetString(PyExc_ValueError, "raised by the hook");
		return NULL;
	}
	return slots;
}
#endif
