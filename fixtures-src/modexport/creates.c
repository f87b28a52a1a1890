/* fixture: names=creates,creates_int_token,creates_int_exec,creates_null,creates_raises */
/* The create slot of a module made from slots, which gets the spec and no definition. */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
static inline PyObject *
create_creates(PyObject *spec)
{
	PyObject *name = PyObject_GetAttrString(spec, "name");
	PyObject *module = name ? PyModule_NewObject(name) : NULL;

	Py_XDECREF(name);
	if (module && PyModule_AddStringConstant(module, "made", "by create") < 0)
		Py_CLEAR(module);
	return module;
}

#define create_creates_int_token(spec) PyLong_FromLong(7)
#define create_creates_int_exec(spec) PyLong_FromLong(7)
#define create_creates_null(spec) NULL
#define create_creates_raises(spec) \
	(PyErr_SetString(PyExc_ValueError, "from create"), (PyObject *)NULL)

static inline int
run(PyObject *module)
{
	fx_event("exec");
	return 0;
}

static PyObject *
make(PyObject *spec, PyModuleDef *def)
{
	fx_event("create, %s", def ? "a definition" : "no definition");
	return FX_OF_NAME(create)(spec);
}

#define more_creates
#define more_creates_int_token PySlot_STATIC_DATA(Py_mod_token, &fx_abi),
#define more_creates_int_exec PySlot_FUNC(Py_mod_exec, run),
#define more_creates_null
#define more_creates_raises

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &fx_abi),
	PySlot_FUNC(Py_mod_create, make),
	FX_OF_NAME(more)
	PySlot_END,
};

FX_MODEXPORT(FX_NAME)
{
	return slots;
}
#endif
