/* has no hook of its name */
#include "fx.h"

FX_DEF(.m_size = 0);

FX_HOOK(another)
{
	return PyModuleDef_Init(&def);
}
