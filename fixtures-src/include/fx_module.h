/*
 * fx_module.h: an ordinary module in one line, for fixtures that test the hook's name, the file
 * or the needed symbols, not the module. It is multi-phase, so that each load runs the hook again
 * and no cache of the interpreter hides what the loader does.
 */
#ifndef FX_MODULE_H
#define FX_MODULE_H

#include <Python.h>

#include "fx.h"

/* the body of a hook: report EVENT, return a definition with METHODS (or NULL) */
#define FX_BODY(EVENT, METHODS) \
{ \
	static PyModuleDef fx_def = { \
		PyModuleDef_HEAD_INIT, \
		.m_name = "fixture", \
		.m_methods = METHODS, \
	}; \
	fx_event("%s", EVENT); \
	return PyModuleDef_Init(&fx_def); \
}

/* the module NAME: its export hook reports its own name */
#define FX_MODULE(NAME, METHODS) FX_HOOK(NAME) FX_BODY("PyInit_" FX_STR(NAME), METHODS)

/* the module NAME: its export hook reports its own name and the values, by a format */
#define FX_MODULE_FINDS(NAME, ...) \
	FX_HOOK(NAME) \
	{ \
		static PyModuleDef fx_def = {PyModuleDef_HEAD_INIT, .m_name = FX_STR(NAME)}; \
		fx_event("PyInit_" FX_STR(NAME) ", " __VA_ARGS__); \
		return PyModuleDef_Init(&fx_def); \
	}

#endif
