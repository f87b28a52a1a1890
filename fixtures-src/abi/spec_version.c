/* Makes a second module from its own spec, by a call that carries another API version. */
#include "fx_multi.h"

#if defined(PYPY_VERSION) && !defined(PyModule_FromDefAndSpec2)
/* declared for PyPy versions that lack it: there the file cannot be opened */
PyObject *PyModule_FromDefAndSpec2(PyModuleDef *, PyObject *, int);
#endif

static PyModuleDef second = {PyModuleDef_HEAD_INIT, .m_name = "second"};

static int
run(PyObject *module)
{
	PyObject *spec = PyObject_GetAttrString(module, "__spec__");
	PyObject *made = spec ? PyModule_FromDefAndSpec2(&second, spec, 1002) : NULL;

	fx_event("%s", made ? "made" : "not made");
	Py_XDECREF(spec);
	Py_XDECREF(made);
	return made ? 0 : -1;
}

FX_MULTI(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL))
