/* another extension of the name `which`, to be put in the place of the first */
#include "fx.h"

static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "which", .m_doc = "second"};

FX_HOOK(which)
{
	return PyModuleDef_Init(&def);
}
