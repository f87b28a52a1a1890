/* its execution slot imports two modules by functions of the C API */
#include "fx_multi.h"

static int
import_both(void)
{
	PyObject *name = PyUnicode_FromString("pack");
	PyObject *plain = PyImport_ImportModule("plain");
	PyObject *pack = name && plain ? PyImport_Import(name) : NULL;
	int rc = pack ? 0 : -1;

	Py_XDECREF(pack);
	Py_XDECREF(plain);
	Py_XDECREF(name);
	return rc;
}

static int
run(PyObject *module)
{
	fx_event("imports begins");
	if (import_both() < 0)
		return -1;
	fx_event("imports ends");
	return PyModule_AddIntConstant(module, "answer", 42);
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
