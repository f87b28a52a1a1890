/* fixture: needs=libver.so ldflags=-Wl,-rpath,$ORIGIN/old check=needed:libver.so
 * check=verneed:libver.so:libver.so */
/* Linked against one version of libver.so, led to the other at run time. */
#include "fx_module.h"

int ver_value(void);

FX_HOOK(version_user)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "version_user"};

	fx_event("PyInit_version_user, %d", ver_value());
	return PyModuleDef_Init(&def);
}
