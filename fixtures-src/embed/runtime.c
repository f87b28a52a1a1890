/*
 * after(STATEMENTS): when this run of Python ends with the process, start a second run in the
 * same process and execute the statements in it. The C library calls this exit handler in a
 * process without Python, in which every loaded library is still mapped.
 */
#include "fx_multi.h"

static char *executable, *statements;

#if !defined(PYPY_VERSION) && PY_VERSION_HEX >= 0x03080000

static int
begin(void)
{
	PyConfig config;
	PyStatus status;

	PyConfig_InitIsolatedConfig(&config);
	config.site_import = 0;
	config.write_bytecode = 0;
	status = PyConfig_SetBytesString(&config, &config.program_name, executable);
	if (!PyStatus_Exception(status))
		status = Py_InitializeFromConfig(&config);
	PyConfig_Clear(&config);
	return PyStatus_Exception(status) ? -1 : 0;
}

static void
run_again(void)
{
	fx_event("finalized %d", !Py_IsInitialized());
	if (begin() < 0) {
		fx_event("cannot begin again");
		return;
	}
	fx_event("begun");
	if (PyRun_SimpleString(statements) < 0)
		fx_event("failed");
	fx_event("ended %d", Py_FinalizeEx());
}

#else

static void
run_again(void)
{
	fx_event("no such thing here");
}

#endif

static PyObject *
after(PyObject *self, PyObject *args)
{
	PyObject *sys = PyImport_ImportModule("sys"), *path;
	const char *text;

	if (!sys)
		return NULL;
	path = PyObject_GetAttrString(sys, "executable");
	Py_DECREF(sys);
	if (!path || !PyArg_ParseTuple(args, "s", &text)) {
		Py_XDECREF(path);
		return NULL;
	}
	executable = strdup(PyUnicode_AsUTF8(path));
	statements = strdup(text);
	Py_DECREF(path);
	if (!executable || !statements || atexit(run_again) != 0)
		return PyErr_NoMemory();
	Py_RETURN_NONE;
}

FX_MULTI(FX_METHODS({"after", after, METH_VARARGS, NULL}))
