/* fixture: out=libpreload.so check=exports:PyInit_nohook */
/* A plain library for LD_PRELOAD: a function with a hook's name, without any use of Python. */
#define FX_NO_PYTHON
#include "fx.h"

void *PyInit_nohook(void);

void *
PyInit_nohook(void)
{
	fx_event("wrong: the preloaded PyInit_nohook");
	return NULL;
}
