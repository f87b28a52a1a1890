/* fixture: format=pe */
/* Its DllMain refuses to be attached. */
#include "fx_module.h"

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, LPVOID unused);

BOOL WINAPI
DllMain(HINSTANCE self, DWORD reason, LPVOID unused)
{
	(void)self, (void)unused;
	if (reason == DLL_PROCESS_ATTACH)
		fx_event("refuses");
	return reason != DLL_PROCESS_ATTACH;
}

FX_MODULE(refuses, NULL)
