/* fixture: names=cxx_unique_a,cxx_unique_b check=exports:_ZN6SharedIiE5countE */
/*
 * A static member of a template, which exists once in a program even if several files define it.
 * Compilers that use unique symbols keep this promise even for files that are opened locally.
 * Beside it is a variable with internal linkage.
 */
#include "fx.h"

template <typename T> struct Shared {
	static long count;
};

/* its definition as g++ compiles it; other compilers make the symbol weak and promise less */
extern template long Shared<int>::count;
__asm__(".pushsection .bss\n"
	"	.balign 8\n"
	"	.globl _ZN6SharedIiE5countE\n"
	"	.type _ZN6SharedIiE5countE, %gnu_unique_object\n"
	"	.size _ZN6SharedIiE5countE, 8\n"
	"_ZN6SharedIiE5countE:\n"
	"	.zero 8\n"
	".popsection\n");

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
