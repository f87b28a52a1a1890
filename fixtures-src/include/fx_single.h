/*
 * fx_single.h: the usual single-phase module. FX_SINGLE(FIELD...) is the whole module, named as
 * its file (FX_NAME): the definition `def` with the given fields and the export hook, which makes
 * the module. So a fixture shows only what is special:
 *
 *	FX_SINGLE_FILL(.m_size = -1)
 *	{
 *		fx_event("init");
 *		return PyModule_AddIntConstant(module, "answer", 42);
 *	}
 *
 * If the hook does more, use FX_DEF(FIELD...); and FX_HOOK(FX_NAME) { ... } of fx.h.
 */
#ifndef FX_SINGLE_H
#define FX_SINGLE_H

#include "fx.h"

/* its hook reports nothing */
#define FX_SINGLE(...) \
	FX_DEF(__VA_ARGS__); \
	FX_HOOK(FX_OWN) \
	{ \
		return PyModule_Create(&def); \
	}

/* its hook reports "init" */
#define FX_SINGLE_INIT(...) \
	FX_DEF(__VA_ARGS__); \
	FX_HOOK(FX_OWN) \
	{ \
		fx_event("init"); \
		return PyModule_Create(&def); \
	}

/* before the body of a function on the new `module`; returns 0, or -1 with an exception */
#define FX_SINGLE_FILL(...) \
	FX_DEF(__VA_ARGS__); \
	static int fx_fill(PyObject *module); \
	FX_HOOK(FX_OWN) \
	{ \
		PyObject *module = PyModule_Create(&def); \
		if (module && fx_fill(module) < 0) \
			Py_CLEAR(module); \
		return module; \
	} \
	static int fx_fill(PyObject *module)

#endif
