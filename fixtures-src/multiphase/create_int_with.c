/* fixture: names=int_function,int_doc,int_exec,int_state,int_traverse,int_clear,int_free */
/* creates a number, from a definition with the one field that its name says */
#include "fx_multi.h"

static const char name[] = FX_STR(FX_NAME);

static PyObject *
function(PyObject *self, PyObject *unused)
{
	Py_INCREF(self);
	return self;
}

static PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	fx_event("create");
	return PyLong_FromLong(1000000);
}

static int
traverse(PyObject *module, visitproc visit, void *arg)
{
	fx_event("traverse");
	return 0;
}

static int
clear(PyObject *module)
{
	fx_event("clear");
	return 0;
}

static void
release(void *module)
{
	fx_event("free");
}

static PyMethodDef methods[] = {
	{"function", function, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL}
};

static PyModuleDef_Slot slots[] = {
	{Py_mod_create, create},
	{0, NULL},
	{0, NULL}
};

FX_DEF(.m_slots = slots);

FX_HOOK(FX_NAME)
{
	if (strcmp(name, "int_function") == 0) {
		def.m_methods = methods;
	} else if (strcmp(name, "int_doc") == 0) {
		def.m_doc = "the doc of the definition";
	} else if (strcmp(name, "int_exec") == 0) {
		slots[1].slot = Py_mod_exec;
		slots[1].value = fx_exec;
	} else if (strcmp(name, "int_state") == 0) {
		def.m_size = 1;
	} else if (strcmp(name, "int_traverse") == 0) {
		def.m_traverse = traverse;
	} else if (strcmp(name, "int_clear") == 0) {
		def.m_clear = clear;
	} else if (strcmp(name, "int_free") == 0) {
		def.m_free = release;
	}
	return PyModuleDef_Init(&def);
}
