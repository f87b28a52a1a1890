/*
 * fx_multi.h: the usual multi-phase module. FX_MULTI(FIELD...) is all of it, named as its file
 * (FX_NAME): the definition `def` with these fields and the export hook. So a fixture shows only
 * what makes the difference:
 *
 *	FX_MULTI(.m_size = sizeof(long), FX_SLOTS({Py_mod_exec, run}))
 *
 * Where the hook does more: FX_DEF(FIELD...); and FX_HOOK(FX_NAME) { ... }, both of fx.h.
 */
#ifndef FX_MULTI_H
#define FX_MULTI_H

#include "fx.h"

/* its hook tells nothing */
#define FX_MULTI(...) \
	FX_DEF(__VA_ARGS__); \
	FX_HOOK(FX_NAME) \
	{ \
		return PyModuleDef_Init(&def); \
	}

/* its hook tells "init" */
#define FX_MULTI_INIT(...) \
	FX_DEF(__VA_ARGS__); \
	FX_HOOK(FX_NAME) \
	{ \
		fx_event("init"); \
		return PyModuleDef_Init(&def); \
	}

/* for an exec slot: tells "exec" */
static inline FX_UNUSED int
fx_exec(PyObject *module)
{
	(void)module;
	fx_event("exec");
	return 0;
}

/* for an exec slot: tells "exec" and adds the attribute answer, 42 */
static inline FX_UNUSED int
fx_exec_answer(PyObject *module)
{
	fx_event("exec");
	return PyModule_AddIntConstant(module, "answer", 42);
}

#endif
