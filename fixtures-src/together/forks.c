/* The exec slot forks; the child imports another module and the module itself, and ends. */
#include "fx_multi.h"

#include <sys/wait.h>

static void
import(const char *name)
{
	PyObject *module = PyImport_ImportModule(name);

	fx_event("child: %s %s", name, !module ? "fails"
		 : PyObject_HasAttrString(module, "answer") ? "whole" : "in part");
	Py_XDECREF(module);
}

static int
run(PyObject *module)
{
	PyObject *posix = PyImport_ImportModule("posix");
	PyObject *number = posix ? PyObject_CallMethod(posix, "fork", NULL) : NULL;
	long child = number ? PyLong_AsLong(number) : -1;
	int status;

	Py_XDECREF(number);
	Py_XDECREF(posix);
	if (child < 0)
		return -1;
	if (!child) {
		import("forks");
		import("plain");
		_exit(0);
	}
	waitpid((pid_t)child, &status, 0);
	fx_event("parent: child ended with %d", status);
	return PyModule_AddIntConstant(module, "answer", 42);
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
