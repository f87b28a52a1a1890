/* one attribute for each kind of value that a transcript shows differently */
#include "fx_multi.h"

static int
add(PyObject *module, const char *name, PyObject *value)
{
	int failed = !value || PyObject_SetAttrString(module, name, value) < 0;

	Py_XDECREF(value);
	return failed;
}

static int
add_scalars(PyObject *module)
{
	return add(module, "none", Py_BuildValue("")) ||
	       add(module, "yes", PyBool_FromLong(1)) ||
	       add(module, "no", PyBool_FromLong(0)) ||
	       add(module, "zero", PyLong_FromLong(0)) ||
	       add(module, "negative", PyLong_FromLong(-5)) ||
	       add(module, "big", PyLong_FromString("1180591620717411303424", NULL, 10)) ||
	       add(module, "half", PyFloat_FromDouble(0.5)) ||
	       add(module, "whole", PyFloat_FromDouble(2.0)) ||
	       add(module, "huge", PyFloat_FromDouble(1e300));
}

static int
add_texts(PyObject *module)
{
	static const Py_UCS4 lone[] = {'a', 0xdc80, 'b', 0xd800};

	return add(module, "empty", PyUnicode_FromString("")) ||
	       add(module, "plain", PyUnicode_FromString("a b/c")) ||
	       add(module, "quoted", PyUnicode_FromString("\"\\\n\r\t")) ||
	       add(module, "controls", PyUnicode_FromStringAndSize("\0\x01\x1b\x7f", 4)) ||
	       add(module, "letters", PyUnicode_FromString("\u00e9\u65e5\U0001f600")) ||
	       add(module, "unseen", PyUnicode_FromString("\u00a0\u200b\U000e0001")) ||
	       add(module, "surrogates", PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, lone, 4));
}

static int
add_containers(PyObject *module)
{
	return add(module, "list", Py_BuildValue("[i, s, []]", 1, "x")) ||
	       add(module, "tuple", Py_BuildValue("((i), (), [i, i])", 1, 2, 3)) ||
	       add(module, "dict", Py_BuildValue("{s: i, s: [i], s: {}, s: i}",
						 "b", 1, "a", 2, "C", "a!", 3)) ||
	       add(module, "keys", Py_BuildValue("{i: s}", 1, "one"));
}

static int
add_objects(PyObject *module)
{
	Py_INCREF(&PyLong_Type);
	return add(module, "class", (PyObject *)&PyLong_Type) ||
	       add(module, "error", PyObject_CallFunction(PyExc_KeyError, "s", "k")) ||
	       add(module, "bytes", PyBytes_FromString("x")) ||
	       add(module, "within", Py_BuildValue("[O, O]", module, PyExc_OSError)) ||
	       add(module, "fileless", PyModule_New("fileless"));
}

static int
exec(PyObject *module)
{
	PyObject *own = PyList_New(0);
	int failed = !own || PyList_Append(own, own) < 0 || add(module, "own", own);

	return failed || add_scalars(module) || add_texts(module) || add_containers(module) ||
	       add_objects(module) ? -1 : 0;
}

FX_MULTI(FX_SLOTS({Py_mod_exec, exec}))
