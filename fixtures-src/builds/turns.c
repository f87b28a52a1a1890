/* next() imports another module each time it is called: what the threads of a case call at once. */
#include "fx_multi.h"

#include "gil.h"

static PyObject *
next(PyObject *self, PyObject *names)
{
	static int turn; /* __atomic: threads may call at once, also without a GIL */
	int mine = __atomic_fetch_add(&turn, 1, __ATOMIC_SEQ_CST);
	PyObject *name = PyTuple_GetItem(names, mine);
	const char *text = name ? PyUnicode_AsUTF8(name) : NULL;
	PyObject *module = text ? PyImport_ImportModule(text) : NULL;

	if (!module)
		return NULL;
	Py_DECREF(module);
	Py_RETURN_NONE;
}

FX_MULTI(FX_METHODS({"next", next, METH_VARARGS, NULL}), FX_SLOTS(GIL_UNUSED))
