/*
 * again(STATEMENTS): when this run of Python ends with the process, begin another run in the same
 * process and execute the statements in it. The C library calls this exit handler in a process
 * without Python, in which every loaded library is still mapped.
 * search(FOLDER): the next run's configuration says that modules are in FOLDER, or where they are
 */
#include "fx_multi.h"

enum { FOLDERS_MAX = 20 };

static char *executable, *statements;
static wchar_t *folders[FOLDERS_MAX];
static Py_ssize_t nfolders;

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
	config.module_search_paths_set = nfolders > 0;
	for (Py_ssize_t i = 0; i < nfolders && !PyStatus_Exception(status); i++)
		status = PyWideStringList_Append(&config.module_search_paths, folders[i]);
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
again(PyObject *self, PyObject *args)
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

static PyObject *
search(PyObject *self, PyObject *folder)
{
	PyObject *path = PySys_GetObject("path");
	Py_ssize_t n = path ? PyList_Size(path) : -1;

	(void)self;
	if (n < 0 || n >= FOLDERS_MAX)
		return NULL;
	folders[nfolders++] = PyUnicode_AsWideCharString(folder, NULL);
	for (Py_ssize_t i = 0; i < n; i++)
		folders[nfolders++] = PyUnicode_AsWideCharString(PyList_GetItem(path, i), NULL);
	Py_RETURN_NONE;
}

FX_MULTI(FX_METHODS({"again", again, METH_VARARGS, NULL}, {"search", search, METH_O, NULL}))
