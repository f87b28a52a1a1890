/* A loader in fifty lines, as a plug-in: dlopen, dlsym, call. The suite shows what it lacks. */
#include <Python.h>

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

static PyObject *
load(PyObject *spec, const char *name, const char *path)
{
	const char *dot = strrchr(name, '.');
	PyObject *(*init)(void), *result;
	char hook[256];
	void *file = dlopen(path, RTLD_NOW);

	if (!file)
		return PyErr_Format(PyExc_ImportError, "%s", dlerror());
	snprintf(hook, sizeof(hook), "PyInit_%s", dot ? dot + 1 : name);
	*(void **)&init = dlsym(file, hook);
	if (!init)
		return PyErr_Format(PyExc_ImportError, "%s has no %s", path, hook);
	result = init();
	if (result && PyObject_TypeCheck(result, &PyModuleDef_Type))
		return PyModule_FromDefAndSpec((PyModuleDef *)result, spec);
	return result;
}

static PyObject *
create_dynamic(PyObject *self, PyObject *args)
{
	PyObject *spec, *file, *name = NULL, *path = NULL, *module = NULL;

	if (PyArg_ParseTuple(args, "O|O", &spec, &file) &&
	    (name = PyObject_GetAttrString(spec, "name")) &&
	    (path = PyObject_GetAttrString(spec, "origin")))
		module = load(spec, PyUnicode_AsUTF8(name), PyUnicode_AsUTF8(path));
	Py_XDECREF(name);
	Py_XDECREF(path);
	return module;
}

static PyObject *
exec_dynamic(PyObject *self, PyObject *module)
{
	PyModuleDef *def = PyModule_GetDef(module);

	if (!def || (def->m_slots && PyModule_ExecDef(module, def)))
		return NULL;
	Py_RETURN_NONE;
}

static PyMethodDef functions[] = {{"create_dynamic", create_dynamic, METH_VARARGS, NULL},
				  {"exec_dynamic", exec_dynamic, METH_O, NULL},
				  {NULL, NULL, 0, NULL}};
static PyModuleDef plugin = {PyModuleDef_HEAD_INIT, "naive_loader", NULL, -1, functions,
			     NULL, NULL, NULL, NULL};

PyMODINIT_FUNC
PyInit_naive_loader(void)
{
	return PyModule_Create(&plugin);
}
