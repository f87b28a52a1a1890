/* gil.h: whether the GIL is enabled, and the slot that says whether a module needs it. */
#ifndef GIL_H
#define GIL_H

#include "fx.h"

#include <string.h>

/* for a list of slots: the module needs no GIL, if this version of Python has a word for that */
#ifdef Py_mod_gil
#define GIL_UNUSED {Py_mod_gil, Py_MOD_GIL_NOT_USED}
#else
#define GIL_UNUSED {0, NULL}
/* the slot's number in the first version that had it; later versions accept it, too */
#define Py_mod_gil 4
#define Py_MOD_GIL_USED ((void *)0)
#define Py_MOD_GIL_NOT_USED ((void *)1)
#endif

/* as sys._is_gil_enabled() says; versions without this function always have the GIL */
static inline FX_UNUSED const char *
gil_now(void)
{
	PyObject *ask = PySys_GetObject("_is_gil_enabled");
	PyObject *answer = ask ? PyObject_CallObject(ask, NULL) : NULL;
	const char *text = answer == Py_False ? "without the GIL" : "with the GIL";

	Py_XDECREF(answer);
	return text;
}

/* for an exec slot */
static inline FX_UNUSED int
gil_exec(PyObject *module)
{
	(void)module;
	fx_event("exec %s", gil_now());
	return 0;
}

/* for a single-phase module: builds with a GIL have no such function */
static inline FX_UNUSED void
gil_declare(PyObject *module, void *gil)
{
#ifdef Py_GIL_DISABLED
	if (module)
		PyUnstable_Module_SetGIL(module, gil);
#else
	(void)module;
	(void)gil;
#endif
}

#endif
