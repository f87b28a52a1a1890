/* fixture: names=create_twice,interp_twice,gil_twice,size_twice,methods_twice,name_twice
 *	names=traverse_twice,clear_twice,free_twice
 */
/* Two slots of the same kind, with different values if possible. */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
static inline PyObject *
create(PyObject *spec, PyModuleDef *def)
{
	fx_event("create");
	return PyModule_New(FX_STR(FX_NAME));
}

static inline int
visit_nothing(PyObject *module, visitproc visit, void *arg)
{
	return 0;
}

static inline int
clear(PyObject *module)
{
	return 0;
}

static inline void
release(void *module)
{
	fx_event("free");
}

static int
run(PyObject *module)
{
	fx_event("exec");
	return 0;
}

static PyMethodDef methods[] = {{NULL, NULL, 0, NULL}};

#define CREATE PySlot_FUNC(Py_mod_create, create)
#define SLOTS_create_twice CREATE, CREATE
#define SLOTS_interp_twice                                                                  \
	PySlot_DATA(Py_mod_multiple_interpreters, Py_MOD_MULTIPLE_INTERPRETERS_SUPPORTED),  \
	PySlot_DATA(Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED)
#define SLOTS_gil_twice \
	PySlot_DATA(Py_mod_gil, Py_MOD_GIL_USED), PySlot_DATA(Py_mod_gil, Py_MOD_GIL_NOT_USED)
#define SLOTS_size_twice PySlot_SIZE(Py_mod_state_size, 8), PySlot_SIZE(Py_mod_state_size, 16)
#define METHODS PySlot_STATIC_DATA(Py_mod_methods, methods)
#define SLOTS_methods_twice METHODS, METHODS
#define SLOTS_name_twice \
	PySlot_STATIC_DATA(Py_mod_name, "one"), PySlot_STATIC_DATA(Py_mod_name, "two")
#define TRAVERSE PySlot_FUNC(Py_mod_state_traverse, visit_nothing)
#define SLOTS_traverse_twice TRAVERSE, TRAVERSE
#define CLEAR PySlot_FUNC(Py_mod_state_clear, clear)
#define SLOTS_clear_twice CLEAR, CLEAR
#define FREE PySlot_FUNC(Py_mod_state_free, release)
#define SLOTS_free_twice FREE, FREE

FX_MODEXPORT(FX_NAME)
{
	static PySlot slots[] = {
		PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
		PySlot_FUNC(Py_mod_exec, run),
		FX_OF_NAME(SLOTS),
		PySlot_END,
	};

	(void)methods;
	return slots;
}
#endif
