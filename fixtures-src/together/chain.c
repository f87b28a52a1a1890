/* fixture: names=chain2,chain3 */
/* In a chain, which is no ring: the exec slot of chain2 imports held, that of chain3 chain2. */
#include "fx_multi.h"

#include <string.h>

static int
run(PyObject *module)
{
	const char *name = strcmp(FX_STR(FX_NAME), "chain2") ? "chain2" : "held";
	PyObject *before = PyImport_ImportModule(name);
	int whole = before && PyObject_HasAttrString(before, "answer");

	Py_XDECREF(before);
	if (!before || PyModule_AddIntConstant(module, "answer", 42) < 0)
		return -1;
	return PyModule_AddStringConstant(module, "got", whole ? "the whole module" : "a part");
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
