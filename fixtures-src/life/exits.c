/* fixture: names=raises_exit,exits_in_hook,exits_in_exec */
/* ends the process, or raises SystemExit; says when it is freed and when its library leaves */
#include "fx.h"

#include <string.h>

static int
run(PyObject *module)
{
	(void)module;
	fx_event("exec");
	if (strcmp(FX_STR(FX_NAME), "exits_in_exec") == 0)
		exit(6);
	PyErr_SetNone(PyExc_SystemExit);
	return -1;
}

static void
release(void *module)
{
	(void)module;
	fx_event("free");
}

static void __attribute__((destructor))
leave(void)
{
	fx_event("destructor");
}

FX_DEF(FX_SLOTS({Py_mod_exec, run}), .m_free = release);

FX_HOOK(FX_NAME)
{
	fx_event("init");
	if (strcmp(FX_STR(FX_NAME), "exits_in_hook") == 0)
		exit(5);
	return PyModuleDef_Init(&def);
}
