/* In the global scope it provides the new hook that nohook lacks; its own is an old one. */
#include "fx_module.h"

PyMODINIT_FUNC PyModExport_nohook(void);

PyMODINIT_FUNC
PyModExport_nohook(void)
{
	fx_event("PyModExport_nohook");
	return NULL;
}

FX_MODULE(global_exports, NULL)
