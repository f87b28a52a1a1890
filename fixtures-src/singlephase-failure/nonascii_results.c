/* hooks of modules with non-ASCII names, with invalid results */
#include "fx.h"

PyMODINIT_FUNC PyInitU_int_dma(void);
PyMODINIT_FUNC PyInitU_uninitialized_nhb(void);
PyMODINIT_FUNC PyInitU_unreported_k7a(void);

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = "uninitialized"
};

PyMODINIT_FUNC
PyInitU_int_dma(void)
{
	fx_event("init");
	return PyLong_FromLong(1000000);
}

PyMODINIT_FUNC
PyInitU_uninitialized_nhb(void)
{
	fx_event("init");
	return (PyObject *)&def;
}

PyMODINIT_FUNC
PyInitU_unreported_k7a(void)
{
	fx_event("init");
	PyErr_SetString(PyExc_ValueError, "left behind");
	return PyLong_FromLong(1000000);
}
