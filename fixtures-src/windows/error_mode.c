/* fixture: format=pe check=undef:GetErrorMode check=undef:SetErrorMode */
/* Says, while it is attached, if the system may show message boxes. It reads and sets the mode. */
#include "fx_module.h"

__attribute__((constructor)) static void
attached(void)
{
	fx_event("attached, %s", GetErrorMode() & SEM_FAILCRITICALERRORS ? "quiet" : "with boxes");
}

static PyObject *
mode(PyObject *self, PyObject *unused)
{
	(void)self, (void)unused;
	return PyLong_FromUnsignedLong(GetErrorMode());
}

static PyObject *
set_mode(PyObject *self, PyObject *wanted)
{
	(void)self;
	SetErrorMode((UINT)PyLong_AsUnsignedLong(wanted));
	Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
	{"mode", mode, METH_NOARGS, NULL},
	{"set_mode", set_mode, METH_O, NULL},
	{NULL, NULL, 0, NULL},
};

FX_MODULE(error_mode, methods)
