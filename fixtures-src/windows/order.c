/* fixture: format=pe check=tlsdir */
/* Reports what runs when a file is attached: a TLS callback, constructors, DllMain. */
#include "fx_module.h"

static void NTAPI
callback(PVOID self, DWORD reason, PVOID unused)
{
	(void)self, (void)unused;
	if (reason == DLL_PROCESS_ATTACH)
		fx_event("TLS callback");
}

extern PIMAGE_TLS_CALLBACK order_callback;
__attribute__((section(".CRT$XLB"), used)) PIMAGE_TLS_CALLBACK order_callback = callback;

__attribute__((constructor(200))) static void
first(void)
{
	fx_event("constructor 200");
}

__attribute__((constructor(300))) static void
second(void)
{
	fx_event("constructor 300");
}

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, LPVOID unused);

BOOL WINAPI
DllMain(HINSTANCE self, DWORD reason, LPVOID unused)
{
	(void)self, (void)unused;
	if (reason == DLL_PROCESS_ATTACH)
		fx_event("DllMain");
	return TRUE;
}

FX_MODULE(order, NULL)
