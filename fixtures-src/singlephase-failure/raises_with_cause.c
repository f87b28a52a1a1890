/* raises an exception of its own class, with a cause and an attribute */
#include "fx.h"

static const char code[] =
	"class Own(Exception):\n"
	"    pass\n"
	"error = Own('from init')\n"
	"error.detail = 42\n"
	"sys.own_error = error\n"
	"raise error from KeyError('the cause')\n";

FX_HOOK(FX_NAME)
{
	PyObject *names = Py_BuildValue("{sNsO}", "sys", PyImport_ImportModule("sys"),
					"__builtins__", PyEval_GetBuiltins());
	PyObject *result = names ? PyRun_String(code, Py_file_input, names, names) : NULL;

	Py_XDECREF(result);
	Py_XDECREF(names);
	return NULL;
}
