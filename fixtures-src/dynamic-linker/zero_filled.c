/* A variable with a value, and zeros that are not in the file, on the same page and beyond it. */
#include "fx_module.h"

extern char zeros[300000];
extern int value;
char zeros[300000];
int value = 7;

FX_HOOK(zero_filled)
{
	static PyModuleDef def = {PyModuleDef_HEAD_INIT, .m_name = "zero_filled"};
	size_t others = 0;

	for (size_t i = 0; i < sizeof zeros; i++)
		others += zeros[i] != 0;
	zeros[sizeof zeros - 1] = 1;
	fx_event("PyInit_zero_filled, %d, not zero %d", value++, (int)others);
	return PyModuleDef_Init(&def);
}
