/* its execution slot uses the name whose use has it loaded, then adds answer, 42 */
#include "fx_multi.h"

static int
run(PyObject *module)
{
	PyObject *tools = PyImport_ImportModule("tools");
	PyObject *used = tools ? PyObject_CallMethod(tools, "run", "s", "uses_itself") : NULL;

	if (used)
		fx_event("used");
	else if (PyErr_ExceptionMatches(PyExc_ImportError))
		fx_event("%s", ((PyTypeObject *)PyErr_Occurred())->tp_name);
	PyErr_Clear();
	Py_XDECREF(used);
	Py_XDECREF(tools);
	return PyModule_AddIntConstant(module, "answer", 42);
}

FX_MULTI_INIT(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
