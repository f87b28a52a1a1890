/* the functions by which an application imports, each with the name of a module */
#include "fx_multi.h"

#include <pthread.h>

static PyObject *
import_module(PyObject *self, PyObject *name)
{
	(void)self;
	return PyImport_ImportModule(PyUnicode_AsUTF8(name));
}

static PyObject *
import(PyObject *self, PyObject *name)
{
	(void)self;
	return PyImport_Import(name);
}

/* import_level(NAME, NAME_IN_IT or None) */
static PyObject *
import_level(PyObject *self, PyObject *args)
{
	PyObject *name, *wanted, *list, *module;

	(void)self;
	if (!PyArg_ParseTuple(args, "UO", &name, &wanted))
		return NULL;
	list = PyUnicode_Check(wanted) ? Py_BuildValue("(O)", wanted) : PyTuple_New(0);
	module = list ? PyImport_ImportModuleLevelObject(name, NULL, NULL, list, 0) : NULL;
	Py_XDECREF(list);
	return module;
}

/* import_beside(NAME, PACKAGE): from inside the package */
static PyObject *
import_beside(PyObject *self, PyObject *args)
{
	PyObject *name, *package, *globals, *list, *module = NULL;

	(void)self;
	if (!PyArg_ParseTuple(args, "UU", &name, &package))
		return NULL;
	globals = Py_BuildValue("{sO}", "__package__", package);
	list = Py_BuildValue("(s)", "answer");
	if (globals && list)
		module = PyImport_ImportModuleLevelObject(name, globals, NULL, list, 1);
	Py_XDECREF(globals);
	Py_XDECREF(list);
	return module;
}

static PyObject *
add_module(PyObject *self, PyObject *name)
{
	PyObject *module = PyImport_AddModule(PyUnicode_AsUTF8(name));

	(void)self;
	Py_XINCREF(module);
	return module;
}

#if PY_VERSION_HEX >= 0x03070000
static PyObject *
get_module(PyObject *self, PyObject *name)
{
	PyObject *module = PyImport_GetModule(name);

	(void)self;
	if (!module && !PyErr_Occurred())
		Py_RETURN_NONE;
	return module;
}
#endif

/* reload(NAME): the module that sys.modules has, or a new one that it does not have */
static PyObject *
reload(PyObject *self, PyObject *name)
{
	PyObject *module = PyDict_GetItem(PyImport_GetModuleDict(), name), *answer;

	(void)self;
	Py_XINCREF(module);
	if (!module)
		module = PyModule_NewObject(name);
	answer = module ? PyImport_ReloadModule(module) : NULL;
	Py_XDECREF(module);
	return answer;
}

struct work {
	const char *name;
	int done;
};

static void *
import_there(void *arg)
{
	struct work *work = arg;
	PyGILState_STATE state = PyGILState_Ensure();
	PyObject *module = PyImport_ImportModule(work->name);

	work->done = module ? 1 : 0;
	PyErr_Clear();
	Py_XDECREF(module);
	PyGILState_Release(state);
	return NULL;
}

/* does a thread that Python has not made import it? */
static PyObject *
import_in_thread(PyObject *self, PyObject *name)
{
	struct work work = {PyUnicode_AsUTF8(name), -1};
	pthread_t thread;

	(void)self;
	fx_begin_threads();
	Py_BEGIN_ALLOW_THREADS
	if (!pthread_create(&thread, NULL, import_there, &work))
		pthread_join(thread, NULL);
	Py_END_ALLOW_THREADS
	return PyLong_FromLong(work.done);
}

static int
import_pending(void *name)
{
	PyObject *module = PyImport_Import(name);

	Py_DECREF((PyObject *)name);
	Py_XDECREF(module);
	return module ? 0 : -1;
}

/* has it imported as soon as Python looks for what else is to be done, as signals do */
static PyObject *
import_soon(PyObject *self, PyObject *name)
{
	(void)self;
	Py_INCREF(name);
	return PyLong_FromLong(Py_AddPendingCall(import_pending, name));
}

FX_MULTI(FX_METHODS({"import_module", import_module, METH_O, NULL},
		    {"import_", import, METH_O, NULL},
		    {"import_level", import_level, METH_VARARGS, NULL},
		    {"import_beside", import_beside, METH_VARARGS, NULL},
		    {"add_module", add_module, METH_O, NULL},
#if PY_VERSION_HEX >= 0x03070000
		    {"get_module", get_module, METH_O, NULL},
#endif
		    {"reload", reload, METH_O, NULL},
		    {"import_in_thread", import_in_thread, METH_O, NULL},
		    {"import_soon", import_soon, METH_O, NULL}),
	 FX_SLOTS(FX_NEEDS_NO_GIL))
