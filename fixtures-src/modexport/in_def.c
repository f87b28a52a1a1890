/* fixture: names=def_abi_right,def_abi_wrong,def_name,def_doc,def_token_own,def_token_foreign
 *	names=def_methods,def_size
 */
/* Slots for modules made from slots, in the definition of a module with the classic hook. */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
static PyMethodDef methods[] = {{NULL, NULL, 0, NULL}};
static PyModuleDef def;

static PyABIInfo wrong = {2, 0, 0, 0, 0};

#define SLOT_def_abi_right {Py_mod_abi, &fx_abi}
#define SLOT_def_abi_wrong {Py_mod_abi, &wrong}
#define SLOT_def_name {Py_mod_name, "another"}
#define SLOT_def_doc {Py_mod_doc, "doc"}
#define SLOT_def_token_own {Py_mod_token, &def}
#define SLOT_def_token_foreign {Py_mod_token, methods}
#define SLOT_def_methods {Py_mod_methods, methods}
#define SLOT_def_size {Py_mod_state_size, (void *)16}

static int
run(PyObject *module)
{
	fx_event("exec");
	return 0;
}

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, run},
	FX_OF_NAME(SLOT),
	{0, NULL},
};

static PyModuleDef def = {
	PyModuleDef_HEAD_INIT, .m_name = FX_STR(FX_NAME), .m_slots = slots
};

FX_HOOK(FX_NAME)
{
	(void)methods;
	(void)fx_abi;
	(void)wrong;
	return PyModuleDef_Init(&def);
}
#endif
