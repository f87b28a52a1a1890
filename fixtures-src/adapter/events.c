/* reports every step of its life */
#include "fx.h"

__attribute__((constructor)) static void
construct(void)
{
	fx_event("constructor");
}

__attribute__((destructor)) static void
destruct(void)
{
	fx_event("destructor");
}

static int
exec(PyObject *module)
{
	(void)module;
	fx_event("exec");
	return 0;
}

static PyObject *
report(PyObject *module, PyObject *args)
{
	const char *text;

	(void)module;
	if (!PyArg_ParseTuple(args, "s", &text))
		return NULL;
	fx_event("%s", text);
	Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
	{"report", report, METH_VARARGS, NULL}, {NULL, NULL, 0, NULL}
};

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, (void *)exec}, {0, NULL}
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT,
	.m_name = FX_STR(FX_NAME),
	.m_methods = methods,
	.m_slots = slots
};

FX_HOOK(FX_NAME)
{
	fx_event("init");
	return PyModuleDef_Init(&def);
}
