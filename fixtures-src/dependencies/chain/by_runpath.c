/* fixture: needs=libmiddle.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libmiddle.so
 * check=runpath:$ORIGIN */
/* Finds libmiddle.so by DT_RUNPATH, which holds for what this file itself needs. */
#include "fx_module.h"

int middle_value(void);

FX_HOOK(by_runpath)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "by_runpath"};

	fx_event("PyInit_by_runpath, %d", middle_value());
	return PyModuleDef_Init(&def);
}
