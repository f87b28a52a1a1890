/* a submodule of a package that is an extension; it has a class and a capsule */
#include "fx_multi.h"

static int value = 42;

static PyType_Slot class_slots[] = {{Py_tp_doc, (void *)"a class of an extension"}, {0, NULL}};
static PyType_Spec class_spec = {"own.part.Class", 0, 0, Py_TPFLAGS_DEFAULT, class_slots};

static int
run(PyObject *module)
{
	PyObject *class = PyType_FromSpec(&class_spec);
	PyObject *capsule = PyCapsule_New(&value, "own.part.capsule", NULL);
	int failed;

	fx_event("part: exec");
	failed = !class || !capsule || PyObject_SetAttrString(module, "Class", class) ||
		 PyObject_SetAttrString(module, "capsule", capsule);
	Py_XDECREF(class);
	Py_XDECREF(capsule);
	return -failed;
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}))
