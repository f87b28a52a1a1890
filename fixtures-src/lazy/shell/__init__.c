/* a package whose execution slot imports its submodule lazily, into the package itself */
#include "fx.h"

static int
run(PyObject *module)
{
	PyObject *names = PyModule_GetDict(module);
	PyObject *done = PyRun_String("lazy from . import kernel", Py_file_input, names, names);

	fx_event("exec of shell");
	Py_XDECREF(done);
	return done ? 0 : -1;
}

FX_DEF(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL));

FX_HOOK(shell)
{
	return PyModuleDef_Init(&def);
}
