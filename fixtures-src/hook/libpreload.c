/* fixture: out=libpreload.so check=exports:PyInit_nohook */
/* A plain library to be preloaded that has a function of a hook's name, and nothing of Python. */
#define FX_NO_PYTHON
#include "fx.h"

void *PyInit_nohook(void);

void *
PyInit_nohook(void)
{
	fx_event("wrong: the preloaded PyInit_nohook");
	return NULL;
}
