/* fixture: check=lacks:PyInit_cxx_mangled check=exports:_Z18PyInit_cxx_mangledv */
/* The hook is a C++ function, whose name the compiler mangles, so it is not found. */
#include "fx.h"

namespace {

PyModuleDef def = {
	PyModuleDef_HEAD_INIT, "cxx_mangled", nullptr, 0, nullptr, nullptr, nullptr, nullptr, nullptr,
};

} // namespace

PyObject *PyInit_cxx_mangled();

PyObject *
PyInit_cxx_mangled()
{
	fx_event("wrong: init");
	return PyModuleDef_Init(&def);
}
