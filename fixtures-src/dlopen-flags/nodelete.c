/* fixture: ldflags=-Wl,-z,nodelete check=nodelete */
/* Marked so that it is never unloaded. */
#include "fx_module.h"

FX_HOOK(nodelete)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "nodelete"};
	static int calls;

	fx_event("PyInit_nodelete, call %d", ++calls);
	return PyModuleDef_Init(&def);
}
