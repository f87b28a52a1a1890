/* asks to be called when Python has ended, and says when it is freed and its library leaves */
#include "fx_multi.h"

static void
last(void)
{
	fx_event("Py_AtExit");
}

static void __attribute__((destructor))
leave(void)
{
	fx_event("destructor");
}

static int
run(PyObject *module)
{
	(void)module;
	return Py_AtExit(last);
}

static void
release(void *module)
{
	(void)module;
	fx_event("free");
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}), .m_free = release)
