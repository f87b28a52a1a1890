/* reports the first visit of the garbage collector, without and with state */
#include "fx_multi.h"

static int seen[2];

static int
traverse(PyObject *module, visitproc visit, void *arg)
{
	int state = PyModule_GetState(module) != NULL;

	if (!seen[state]++) {
		fx_event("traverse, %s", state ? "with state" : "no state");
	}
	return 0;
}

FX_MULTI(.m_size = 1, .m_traverse = traverse)
