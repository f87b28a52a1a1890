/* a submodule made from slots */
#include "../fx_modexport.h"

#if FX_HAS_MODEXPORT
static int
run(PyObject *module)
{
	const char *name = PyModule_GetName(module);

	if (name)
		fx_event("exec of %s", name);
	return name ? 0 : -1;
}

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_FUNC(Py_mod_exec, run),
	PySlot_END,
};

FX_MODEXPORT(part)
{
	fx_event("part: hook");
	return slots;
}
#endif
