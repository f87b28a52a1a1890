/* fixture: needs=libinner.so ldflags=-Wl,-rpath,$ORIGIN/text check=needed:libinner.so */
/* Needs a library whose search path leads to a text file of that name. */
#include "fx_module.h"

int inner_users(void);

FX_HOOK(needs_text)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "needs_text"};

	fx_event("PyInit_needs_text, %d", inner_users());
	return PyModuleDef_Init(&def);
}
