/* fixture: check=initarray */
/* A constructor, the hook and an execution slot each leave an error number, and do not fail. */
#include <errno.h>

#include "fx_multi.h"

__attribute__((constructor)) static void
at_load(void)
{
	fx_event("constructor");
	errno = EINTR;
}

static int
run(PyObject *module)
{
	(void)module;
	fx_event("exec");
	errno = ENOMEM;
	return 0;
}

FX_DEF(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL));

FX_HOOK(leaves_errno)
{
	fx_event("PyInit_leaves_errno");
	errno = ENOENT;
	return PyModuleDef_Init(&def);
}
