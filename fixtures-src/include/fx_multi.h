/*
 * fx_multi.h: the usual multi-phase module. FX_MULTI(FIELD...) is the whole module, named as its
 * file (FX_NAME): the definition `def` with the given fields and the export hook. So a fixture
 * shows only what is special:
 *
 *	FX_MULTI(.m_size = sizeof(long), FX_SLOTS({Py_mod_exec, run}))
 *
 * If the hook does more, use FX_DEF(FIELD...); and FX_HOOK(FX_NAME) { ... } of fx.h.
 */
#ifndef FX_MULTI_H
#define FX_MULTI_H

#include "fx.h"

/* its hook reports nothing */
#define FX_MULTI(...) \
	FX_DEF(__VA_ARGS__); \
	FX_HOOK(FX_OWN) \
	{ \
		return PyModuleDef_Init(&def); \
	}

/* its hook reports "init" */
#define FX_MULTI_INIT(...) \
	FX_DEF(__VA_ARGS__); \
	FX_HOOK(FX_OWN) \
	{ \
		fx_event("init"); \
		return PyModuleDef_Init(&def); \
	}

/* for an exec slot: reports "exec" */
static inline FX_UNUSED int
fx_exec(PyObject *module)
{
	(void)module;
	fx_event("exec");
	return 0;
}

/* for an exec slot: reports "exec" and adds the attribute answer, 42 */
static inline FX_UNUSED int
fx_exec_answer(PyObject *module)
{
	fx_event("exec");
	return PyModule_AddIntConstant(module, "answer", 42);
}

#endif
