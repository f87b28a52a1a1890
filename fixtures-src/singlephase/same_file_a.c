/* one file with two hooks; the first one imports the module of the second */
#include "fx.h"

static int running;

static PyModuleDef def_a = {
	PyModuleDef_HEAD_INIT, .m_name = "same_file_a", .m_size = 0
};

static PyModuleDef def_b = {
	PyModuleDef_HEAD_INIT, .m_name = "same_file_b", .m_size = 0
};

FX_HOOK(same_file_a)
{
	PyObject *other;

	running = 1;
	fx_event("init of a");
	other = PyImport_ImportModule("same_file_b");
	running = 0;
	Py_XDECREF(other);
	return other ? PyModule_Create(&def_a) : NULL;
}

FX_HOOK(same_file_b)
{
	fx_event("init of b, that of a %s", running ? "is running" : "is not");
	return PyModule_Create(&def_b);
}
