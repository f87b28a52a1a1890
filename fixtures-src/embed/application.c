/* fixture: out=application.so format=elf */
/*
 * What an application does before it begins Python: it has modules built in. Programs that the
 * interpreter's command starts besides have no Python, so the functions are weak there.
 */
#include "fx.h"

#pragma weak PyImport_AppendInittab

static int
run(PyObject *module)
{
	(void)module;
	fx_event("built in: exec");
	return 0;
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, run}, FX_NEEDS_NO_GIL, {0, NULL}};
static PyModuleDef twin = {PyModuleDef_HEAD_INIT, .m_name = "twin", .m_slots = slots};
static PyModuleDef global = {PyModuleDef_HEAD_INIT, .m_name = "built_global", .m_size = -1};
static PyModuleDef stateless = {PyModuleDef_HEAD_INIT, .m_name = "built_stateless", .m_size = 0};

static PyObject *
init_twin(void)
{
	fx_event("built in: init");
	return PyModuleDef_Init(&twin);
}

static PyObject *
single(PyModuleDef *def)
{
	PyObject *module = PyModule_Create(def);

	fx_event("built in: init");
	if (module && fx_needs_no_gil(module) < 0)
		Py_CLEAR(module);
	return module;
}

static PyObject *
init_global(void)
{
	return single(&global);
}

static PyObject *
init_stateless(void)
{
	return single(&stateless);
}

static PyObject *
init_failing(void)
{
	fx_event("built in: init fails");
	return PyErr_NoMemory();
}

__attribute__((constructor)) static void
begin(void)
{
	if (!PyImport_AppendInittab)
		return;
	PyImport_AppendInittab("twin", init_twin);
	PyImport_AppendInittab("built_global", init_global);
	PyImport_AppendInittab("built_stateless", init_stateless);
	PyImport_AppendInittab("failing", init_failing);
}
