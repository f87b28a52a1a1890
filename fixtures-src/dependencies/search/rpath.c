/* fixture: needs=libwhere.so ldflags=-Wl,-rpath,$ORIGIN/one ldflags=-Wl,--disable-new-dtags
 * check=needed:libwhere.so check=rpath:$ORIGIN/one */
/* DT_RPATH leads to the first library. */
#include "fx_module.h"

int where(void);

FX_HOOK(rpath)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "rpath"};

	fx_event("PyInit_rpath, %d", where());
	return PyModuleDef_Init(&def);
}
