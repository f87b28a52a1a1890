/* fixture: check=exports:PyInit_cxx_made check=initarray */
/*
 * A module written in C++: its functions use the C++ library and exceptions, and its static
 * objects are constructed when the file is opened.
 */
#include "fx.h"

#include <stdexcept>
#include <string>
#include <vector>

namespace {

struct Witness {
	explicit Witness(const char *name) : name_(name) { fx_event("constructor %s", name_.c_str()); }
	~Witness() { fx_event("destructor %s", name_.c_str()); }
	std::string name_;
};

Witness first("first");
Witness second("second");

std::vector<long> &
numbers()
{
	static std::vector<long> all;
	return all;
}

PyObject *
add(PyObject *, PyObject *args)
{
	long a, b;

	if (!PyArg_ParseTuple(args, "ll", &a, &b))
		return nullptr;
	numbers().push_back(a + b);
	return PyLong_FromLong(numbers().back());
}

long
checked(long n)
{
	if (n < 0)
		throw std::out_of_range("negative: " + std::to_string(n));
	return n;
}

PyObject *
positive(PyObject *, PyObject *arg)
{
	try {
		return PyLong_FromLong(checked(PyLong_AsLong(arg)));
	} catch (const std::exception &e) {
		PyErr_SetString(PyExc_IndexError, e.what());
		return nullptr;
	}
}

PyMethodDef methods[] = {
	{"add", add, METH_VARARGS, nullptr},
	{"positive", positive, METH_O, nullptr},
	{nullptr, nullptr, 0, nullptr},
};

int
run(PyObject *)
{
	fx_event("exec");
	return 0;
}

PyModuleDef_Slot slots[] = {
	{Py_mod_exec, reinterpret_cast<void *>(run)},
	{0, nullptr},
};

PyModuleDef def = {
	PyModuleDef_HEAD_INIT, "cxx_made", nullptr, 0, methods, slots, nullptr, nullptr, nullptr,
};

} // namespace

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyModuleDef_Init(&def);
}
