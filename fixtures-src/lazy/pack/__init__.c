/* a package: its execution slot adds answer, 42 */
#include "fx_multi.h"

FX_DEF(FX_SLOTS({Py_mod_exec, fx_exec_answer}, FX_NEEDS_NO_GIL));

FX_HOOK(pack)
{
	fx_event("init of pack");
	return PyModuleDef_Init(&def);
}
