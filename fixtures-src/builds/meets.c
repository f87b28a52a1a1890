/* fixture: names=meets_multi,meets_single,meets_unsaid needs=libmeet.so
 *	ldflags=-Wl,-rpath,$ORIGIN
 */
/* Hooks that wait until both of them run; all but the last say that they need no GIL. */
#include "fx_multi.h"

#include "gil.h"

void meet(void);

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, fx_exec},
	GIL_UNUSED,
	{0, NULL}
};

FX_DEF(.m_size = 0);

FX_HOOK(FX_NAME)
{
	PyObject *module;

	fx_event("hook");
	Py_BEGIN_ALLOW_THREADS
	meet();
	Py_END_ALLOW_THREADS
	if (strcmp(FX_STR(FX_NAME), "meets_single") != 0) {
		if (strcmp(FX_STR(FX_NAME), "meets_unsaid") == 0)
			slots[1].slot = 0;
		def.m_slots = slots;
		return PyModuleDef_Init(&def);
	}
	module = PyModule_Create(&def);
	gil_declare(module, Py_MOD_GIL_NOT_USED);
	return module;
}
