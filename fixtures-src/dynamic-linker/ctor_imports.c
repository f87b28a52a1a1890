/* fixture: check=initarray */
/* A constructor that loads two other modules; the second is not an ELF file. */
#include "fx_module.h"

static void
load(const char *name)
{
	PyObject *module = PyImport_ImportModule(name);

	fx_event("constructor, %s %s", name, module ? "loaded" : "refused");
	PyErr_Clear();
	Py_XDECREF(module);
}

__attribute__((constructor)) static void
at_load(void)
{
	load("good");
	load("broken");
}

FX_MODULE(ctor_imports, NULL)
