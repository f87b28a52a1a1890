/*
 * The head of the export hook that gives slots, before its body. Interpreters and headers know
 * this hook since 3.15; with older ones the cases do not run, and the file is otherwise empty.
 */
#ifndef FX_MODEXPORT_H
#define FX_MODEXPORT_H

#include "fx.h"

#if PY_VERSION_HEX >= 0x030F0000
#define FX_HAS_MODEXPORT 1
#define FX_MODEXPORT(name) FX_MODEXPORT_(name)
#define FX_MODEXPORT_(name)                       \
	PyMODEXPORT_FUNC PyModExport_##name(void); \
	PyMODEXPORT_FUNC PyModExport_##name(void)

PyABIInfo_VAR(fx_abi);
#else
#define FX_HAS_MODEXPORT 0
#endif

/* for an exec slot: reports "exec of NAME" */
static inline FX_UNUSED int
fx_exec_named(PyObject *module)
{
	const char *name = PyModule_GetName(module);

	if (name)
		fx_event("exec of %s", name);
	return name ? 0 : -1;
}

#endif
