/* says so when the garbage collector first comes by, without and with state */
#include "fx.h"

static int seen[2];

static int
traverse(PyObject *module, visitproc visit, void *arg)
{
	int state = PyModule_GetState(module) != NULL;

	(void)visit;
	(void)arg;
	if (!seen[state]++) {
		fx_event("traverse, %s", state ? "with state" : "no state");
	}
	return 0;
}

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT,
	.m_name = FX_STR(FX_NAME),
	.m_size = 1,
	.m_traverse = traverse
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
