/* fixture: names=cxx_unique_a,cxx_unique_b */
/*
 * A variable that the language has once in a program, whoever includes its definition: compilers
 * that use unique symbols keep that promise across files that are opened for themselves alone.
 * Beside it a variable of internal linkage.
 */
#include "fx.h"

template <typename T> struct Shared {
	static long count;
};
template <typename T> long Shared<T>::count = 0;

namespace {

long own = 0;

PyObject *
next(PyObject *, PyObject *)
{
	return Py_BuildValue("ll", ++Shared<int>::count, ++own);
}

PyMethodDef methods[] = {
	{"next", next, METH_NOARGS, nullptr},
	{nullptr, nullptr, 0, nullptr},
};

PyModuleDef def = {
	PyModuleDef_HEAD_INIT, "cxx_unique", nullptr, 0, methods, nullptr, nullptr, nullptr, nullptr,
};

} // namespace

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
