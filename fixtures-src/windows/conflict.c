/* fixture: format=pe needs=python27.dll check=needed:python27.dll check=notneeded:python313.dll */
/* A module for another Python: of all libraries of Python it imports that one's alone. */
#define FX_NO_PYTHON
#include "fx.h"

__declspec(dllimport) int Py_OfTwo(void);
__declspec(dllexport) void *PyInit_conflict(void);

__attribute__((constructor)) static void
attached(void)
{
	fx_event("attached, %d", Py_OfTwo());
}

__attribute__((destructor)) static void
detached(void)
{
	fx_event("detached");
}

void *
PyInit_conflict(void)
{
	fx_event("PyInit_conflict");
	return NULL;
}
