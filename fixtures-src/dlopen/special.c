/* Makes a FIFO whose data is not an ELF file, however often it is opened. */
#include "fx_module.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

/* both ends stay open here, so that no reader or writer waits for the other */
static PyObject *
fifo(PyObject *self, PyObject *arg)
{
	PyObject *path = PyUnicode_EncodeFSDefault(arg);
	char text[4096];
	int fd = -1;

	if (!path)
		return NULL;
	memset(text, 'x', sizeof(text));
	if (!mkfifo(PyBytes_AsString(path), 0600))
		fd = open(PyBytes_AsString(path), O_RDWR);
	Py_DECREF(path);
	if (fd < 0 || write(fd, text, sizeof(text)) < 0)
		return PyErr_SetFromErrno(PyExc_OSError);
	Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
	{"fifo", fifo, METH_O, NULL},
	{NULL, NULL, 0, NULL},
};

FX_MODULE(special, methods)
