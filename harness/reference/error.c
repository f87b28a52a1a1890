/* Taking an exception and restoring it; Python 3.12 has new functions for both. */
#include "reference.h"

/* https://docs.python.org/3/c-api/exceptions.html#c.PyErr_GetRaisedException */
PyObject *
error_take(void)
{
#if PY_VERSION_HEX >= 0x030C0000
	return PyErr_GetRaisedException();
#else
	PyObject *type;
	PyObject *value;
	PyObject *traceback;

	PyErr_Fetch(&type, &value, &traceback);
	if (!type)
		return NULL;
	PyErr_NormalizeException(&type, &value, &traceback);
	if (traceback) {
		PyException_SetTraceback(value, traceback);
		Py_DECREF(traceback);
	}
	Py_DECREF(type);
	return value;
#endif
}

/* https://docs.python.org/3/c-api/exceptions.html#c.PyErr_SetRaisedException */
void
error_restore(PyObject *exception)
{
#if PY_VERSION_HEX >= 0x030C0000
	PyErr_SetRaisedException(exception);
#else
	PyObject *type = (PyObject *)Py_TYPE(exception);

	Py_INCREF(type);
	PyErr_Restore(type, exception, PyException_GetTraceback(exception));
#endif
}

/* PEP 3134: "raise ... from cause" in a handler of cause, which becomes the context, too */
void
error_raise_from(PyObject *cause, const char *format, const char *name)
{
	PyObject *exception;

	PyErr_Format(PyExc_SystemError, format, name);
	exception = error_take();
	Py_INCREF(cause);
	PyException_SetCause(exception, cause);
	PyException_SetContext(exception, cause);
	error_restore(exception);
}
