/* After the gate "nests" the exec slot imports provides, then uses, which needs its function. */
#include "fx_gate.h"
#include "fx_multi.h"

static int
run(PyObject *module)
{
	static const char *const names[] = {"provides", "uses"};

	(void)module;
	fx_gate_released("nests");
	for (int i = 0; i < 2; i++) {
		PyObject *inner = PyImport_ImportModule(names[i]);

		if (!inner)
			return -1;
		Py_DECREF(inner);
	}
	return 0;
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
