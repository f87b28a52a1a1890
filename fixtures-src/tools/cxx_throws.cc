/*
 * C++ exceptions in the export hook: one that the hook converts to a Python exception, and, in
 * the second hook, one that leaves it.
 */
/* fixture: names=cxx_throws,cxx_lets_go */
#include "fx.h"

#include <cstring>
#include <stdexcept>

namespace {

PyObject *
make()
{
	if (getenv("CONFORM_FD"))
		throw std::runtime_error("thrown in the hook");
	return nullptr;
}

} // namespace

FX_HOOK(FX_NAME)
{
	fx_event("init");
	if (!std::strcmp(FX_STR(FX_NAME), "cxx_lets_go"))
		return make();
	try {
		return make();
	} catch (const std::exception &e) {
		PyErr_SetString(PyExc_RuntimeError, e.what());
		return nullptr;
	}
}
