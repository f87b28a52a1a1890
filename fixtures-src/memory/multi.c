/*
 * multi-phase, with everything that allocates memory: functions, a doc, state, a slot; also named
 * \u00e9
 */
#include "fx.h"

PyMODINIT_FUNC PyInitU_9ca(void);

static PyObject *
function(PyObject *module, PyObject *unused)
{
	Py_INCREF(module);
	return module;
}

static int
run(PyObject *module)
{
	return PyModule_AddIntConstant(module, "answer", 1000000);
}

FX_DEF(.m_doc = "some text",
       .m_size = 16,
       FX_METHODS({"function", function, METH_NOARGS, NULL}),
       FX_SLOTS({Py_mod_exec, run}));

FX_HOOK(FX_NAME)
{
	return PyModuleDef_Init(&def);
}

PyMODINIT_FUNC
PyInitU_9ca(void)
{
	return PyModuleDef_Init(&def);
}
