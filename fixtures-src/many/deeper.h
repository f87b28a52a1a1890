#ifndef DEEPER_H
#define DEEPER_H

/* calls tools.deeper(); 0, or -1 with an exception */
static int
deeper(void)
{
	PyObject *tools = PyImport_ImportModule("tools");
	PyObject *result = tools ? PyObject_CallMethod(tools, "deeper", NULL) : NULL;

	Py_XDECREF(tools);
	Py_XDECREF(result);
	return result ? 0 : -1;
}

#endif
