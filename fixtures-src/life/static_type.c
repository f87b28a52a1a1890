/* has a static class, which outlives it, and says when it is freed */
#include "fx_multi.h"

static PyTypeObject class = {
	PyVarObject_HEAD_INIT(NULL, 0)
	.tp_name = "static_type.Class",
	.tp_basicsize = sizeof(PyObject),
	.tp_flags = Py_TPFLAGS_DEFAULT,
	.tp_new = PyType_GenericNew,
};

static int
run(PyObject *module)
{
	if (PyType_Ready(&class) < 0)
		return -1;
	return PyObject_SetAttrString(module, "Class", (PyObject *)&class);
}

static void
release(void *module)
{
	(void)module;
	fx_event("free");
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}), .m_free = release)
