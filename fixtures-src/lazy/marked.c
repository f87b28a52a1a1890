/* says whether the rest of the process sees its symbol */
#include "fx_multi.h"

#include <dlfcn.h>

int lazy_mark;

/* its own scope, in which RTLD_DEFAULT looks, too, would always have it */
static int
run(PyObject *module)
{
	void *process = dlopen(NULL, RTLD_LAZY);

	fx_event("exec, %s", process && dlsym(process, "lazy_mark") ? "global" : "local");
	return PyModule_AddIntConstant(module, "answer", 42);
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
