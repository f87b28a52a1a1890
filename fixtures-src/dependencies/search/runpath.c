/* fixture: needs=libwhere.so ldflags=-Wl,-rpath,$ORIGIN/one
 * check=needed:libwhere.so check=runpath:$ORIGIN/one */
/* DT_RUNPATH leads to the first library. */
#include "fx_module.h"

int where(void);

FX_HOOK(runpath)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "runpath"};

	fx_event("PyInit_runpath, %d", where());
	return PyModuleDef_Init(&def);
}
