/* fixture: names=sized,once */
/* single-phase: m_size 16, or -1 in "once" */
#include "fx.h"

FX_DEF(.m_doc = "some text");

FX_HOOK(FX_NAME)
{
	def.m_size = strcmp(FX_STR(FX_NAME), "once") == 0 ? -1 : 16;
	return PyModule_Create(&def);
}
