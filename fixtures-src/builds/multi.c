/* fixture: names=unsaid,unsaid_second,used,unused,odd,twice_used,twice_unused
 *	names=interp_unsaid,interp_unused
 */
/*
 * Multi-phase; the name tells what the slot for the GIL says: there is none, the module needs the
 * GIL, it needs none, another value, or two slots. Those with interp_ support all interpreters.
 */
#include "gil.h"

enum { MULTIPLE_INTERPRETERS = 3 };

static PyModuleDef_Slot slots[] = {
	{Py_mod_exec, gil_exec},
	{0, NULL},
	{0, NULL},
	{0, NULL}
};

FX_DEF(.m_slots = slots);

/* the slots that the end of the name asks for */
static void
fill(const char *name)
{
	PyModuleDef_Slot *next = slots + 1;

	if (strstr(name, "interp"))
		*next++ = (PyModuleDef_Slot){MULTIPLE_INTERPRETERS, (void *)2};
	if (strstr(name, "unused"))
		*next++ = (PyModuleDef_Slot){Py_mod_gil, Py_MOD_GIL_NOT_USED};
	else if (strstr(name, "used"))
		*next++ = (PyModuleDef_Slot){Py_mod_gil, Py_MOD_GIL_USED};
	else if (strstr(name, "odd"))
		*next++ = (PyModuleDef_Slot){Py_mod_gil, (void *)77};
	if (strstr(name, "twice"))
		*next++ = (PyModuleDef_Slot){Py_mod_gil, Py_MOD_GIL_NOT_USED};
}

FX_HOOK(FX_NAME)
{
	/* for a subinterpreter, the hook runs in the main one, which may have another GIL */
	if (!strstr(FX_STR(FX_NAME), "interp"))
		fx_event("hook %s", gil_now());
	fill(FX_STR(FX_NAME));
	return PyModuleDef_Init(&def);
}
