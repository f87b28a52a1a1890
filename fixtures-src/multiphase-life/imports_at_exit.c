/* has an extension imported when the interpreter ends */
#include "fx.h"

static PyObject *
at_exit(PyObject *module, PyObject *unused)
{
	PyObject *other;

	(void)module;
	(void)unused;
	fx_event("at exit");
	other = PyImport_ImportModule("good");
	fx_event("import %s", other ? "done" : "failed");
	return other;
}

static PyMethodDef methods[] = {
	{"at_exit", at_exit, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

static int
run(PyObject *module)
{
	PyObject *atexit = PyImport_ImportModule("atexit");
	PyObject *function = PyObject_GetAttrString(module, "at_exit");
	PyObject *result = atexit && function
		? PyObject_CallMethod(atexit, "register", "O", function) : NULL;

	Py_XDECREF(atexit);
	Py_XDECREF(function);
	Py_XDECREF(result);
	return result ? 0 : -1;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
	{0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_methods = methods, .m_slots = slots
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
