/*
 * When the process ends and with it the interpreter, begins Python anew, with the same search path,
 * and imports the modules that this one's names() was given: for CPython's headers from 3.8 on.
 */
#include "fx.h"

#if PY_VERSION_HEX >= 0x03080000 && !defined(PYPY_VERSION)

static wchar_t *path[64]; /* sys.path of the first Python, in memory of the process */
static size_t paths;
static char modules[256];

static void
keep(PyObject *text)
{
	Py_ssize_t size = PyUnicode_Check(text) ? PyUnicode_AsWideChar(text, NULL, 0) : 0;

	if (size > 0 && paths < sizeof(path) / sizeof(path[0])) {
		path[paths] = calloc((size_t)size, sizeof(wchar_t));
		if (path[paths]) {
			PyUnicode_AsWideChar(text, path[paths++], size);
		}
	}
}

static int
begin(void)
{
	PyConfig config;
	PyStatus status;

	PyConfig_InitIsolatedConfig(&config);
	config.site_import = 0;
	config.module_search_paths_set = 1;
	for (size_t i = 0; i < paths; i++) {
		PyWideStringList_Append(&config.module_search_paths, path[i]);
	}
	status = Py_InitializeFromConfig(&config);
	PyConfig_Clear(&config);
	return PyStatus_Exception(status) ? -1 : 0;
}

static void
again(void)
{
	if (Py_IsInitialized()) {
		fx_event("the interpreter has not ended");
		return;
	}
	if (begin() < 0) {
		fx_event("Python does not begin anew");
		return;
	}
	fx_event("Python begins anew");
	for (char *name = strtok(modules, " "); name; name = strtok(NULL, " ")) {
		PyObject *module = PyImport_ImportModule(name);

		fx_event("%s %s", name, module ? "imported" : "not imported");
		if (!module) {
			PyErr_Print();
		}
		Py_XDECREF(module);
	}
	fx_event("and ends");
	Py_FinalizeEx();
}

static PyObject *
names(PyObject *module, PyObject *arg)
{
	const char *text = PyUnicode_AsUTF8(arg);
	PyObject *list = PySys_GetObject("path");

	(void)module;
	if (!text || !list) {
		return NULL;
	}
	snprintf(modules, sizeof(modules), "%s", text);
	for (Py_ssize_t i = 0; i < PyList_Size(list); i++) {
		keep(PyList_GetItem(list, i));
	}
	atexit(again);
	Py_RETURN_NONE;
}

#else

static PyObject *
names(PyObject *module, PyObject *arg)
{
	(void)module;
	Py_INCREF(arg);
	return arg;
}

#endif

static PyMethodDef methods[] = {
	{"names", names, METH_O, NULL},
	{NULL, NULL, 0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_methods = methods
};

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}
