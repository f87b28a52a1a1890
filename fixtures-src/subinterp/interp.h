/* In which interpreter does a fixture run? CPython's headers tell it from 3.7 on. */
#ifndef INTERP_H
#define INTERP_H

#include "fx.h"

static inline FX_UNUSED int
in_subinterpreter(void)
{
#if PY_VERSION_HEX >= 0x03070000 && !defined(PYPY_VERSION)
	return PyThreadState_Get()->interp != PyInterpreterState_Main();
#else
	return 0;
#endif
}

static inline FX_UNUSED const char *
where(void)
{
	return in_subinterpreter() ? "a subinterpreter" : "the main interpreter";
}

#endif
