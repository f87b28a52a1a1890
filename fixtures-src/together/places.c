/* fixture: names=in_destructor,in_signal,in_audit */
/*
 * While the module is executed it imports plain, and itself, from an odd place: from the destructor
 * of a capsule, or from the handler of a signal. in_audit.watch() adds an audit hook that does so
 * as soon as the module quiet is loaded.
 */
#include "fx_multi.h"

#include <signal.h>
#include <string.h>

static void
import(const char *place, const char *name)
{
	PyObject *module = PyImport_ImportModule(name);

	if (!module)
		PyErr_Clear();
	fx_event("%s: %s %s", place, name, !module ? "fails"
		 : PyObject_HasAttrString(module, "answer") ? "whole" : "in part");
	Py_XDECREF(module);
}

static int destroyed;

static void
destroy(PyObject *capsule)
{
	(void)capsule;
	destroyed = 1;
	import("destructor", FX_STR(FX_NAME));
	import("destructor", "plain");
}

static PyObject *
handle(PyObject *module, PyObject *args)
{
	(void)module, (void)args;
	import("handler", FX_STR(FX_NAME));
	import("handler", "plain");
	Py_RETURN_NONE;
}

static PyObject *
audit(PyObject *module, PyObject *args)
{
	static int busy;
	const char *event;
	PyObject *told;

	(void)module;
	if (busy || !PyArg_ParseTuple(args, "sO", &event, &told))
		return busy ? Py_BuildValue("") : NULL;
	busy = 1;
	if (!strcmp(event, "import") && PyTuple_GetItem(told, 1) != Py_None &&
	    !PyUnicode_CompareWithASCIIString(PyTuple_GetItem(told, 0), "quiet"))
		import("audit hook", "plain");
	busy = 0;
	Py_RETURN_NONE;
}

static PyObject *
watch(PyObject *module, PyObject *unused)
{
	PyObject *hook = PyObject_GetAttrString(module, "audit");
	PyObject *add = PySys_GetObject("addaudithook");
	PyObject *done = NULL;

	(void)unused;
	if (hook && add)
		done = PyObject_CallFunctionObjArgs(add, hook, NULL);
	Py_XDECREF(hook);
	return done;
}

#ifndef SIGUSR1
#define SIGUSR1 SIGTERM /* Windows has few */
#endif

/* set the handler, and have the signal handled */
static int
raise_signal(PyObject *module)
{
	PyObject *signals = PyImport_ImportModule("_signal");
	PyObject *handler = PyObject_GetAttrString(module, "handle");
	PyObject *was = NULL;

	if (signals && handler)
		was = PyObject_CallMethod(signals, "signal", "iO", SIGUSR1, handler);
	Py_XDECREF(signals);
	Py_XDECREF(handler);
	Py_XDECREF(was);
	if (!was)
		return -1;
	raise(SIGUSR1);
	return PyErr_CheckSignals();
}

/* an implementation without reference counting destroys the capsule when it collects */
static int
drop(void)
{
	PyObject *gc = PyImport_ImportModule("gc");

	Py_XDECREF(PyCapsule_New((void *)FX_STR(FX_NAME), NULL, destroy));
	for (int i = 0; gc && i < 3 && !destroyed; i++)
		Py_XDECREF(PyObject_CallMethod(gc, "collect", NULL));
	Py_XDECREF(gc);
	return PyErr_Occurred() ? -1 : 0;
}

static int
run(PyObject *module)
{
	if (strstr(FX_STR(FX_NAME), "signal") && raise_signal(module) < 0)
		return -1;
	if (strstr(FX_STR(FX_NAME), "destructor") && drop() < 0)
		return -1;
	return PyModule_AddIntConstant(module, "answer", 42);
}

FX_MULTI(FX_METHODS({"handle", handle, METH_VARARGS, NULL}, {"audit", audit, METH_VARARGS, NULL},
		    {"watch", watch, METH_NOARGS, NULL}),
	 FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
