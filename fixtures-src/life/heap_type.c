/* has a class that keeps it alive, and says when it is freed */
#include "fx_multi.h"

static PyType_Slot slots[] = {{Py_tp_doc, (void *)"a class of a module"}, {0, NULL}};
static PyType_Spec spec = {"heap_type.Class", 0, 0, Py_TPFLAGS_DEFAULT, slots};

static int
run(PyObject *module)
{
#if PY_VERSION_HEX >= 0x03090000
	PyObject *class = PyType_FromModuleAndSpec(module, &spec, NULL);
#else
	PyObject *class = PyType_FromSpec(&spec);
#endif
	int failed = !class || PyObject_SetAttrString(module, "Class", class);

	Py_XDECREF(class);
	return -failed;
}

static void
release(void *module)
{
	(void)module;
	fx_event("free");
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}), .m_free = release)
