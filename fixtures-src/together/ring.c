/* fixture: names=ring2_a,ring2_b,ring3_a,ring3_b,ring3_c,hook2_a,hook2_b */
/*
 * Modules that import each other in a ring: ringN in their exec slots, where sys.modules has them,
 * hookN in their hooks, where it has not. Each waits at a gate of its name before it does so.
 */
#include "fx_gate.h"
#include "fx_multi.h"

#include <string.h>

/* the next module of the ring: hook2_b after hook2_a, and hook2_a after hook2_b */
static const char *
next_name(void)
{
	static char name[] = FX_STR(FX_NAME);
	size_t last = sizeof(name) - 2;

	name[last] = (char)(FX_STR(FX_NAME)[last] + 1);
	if (name[last] == 'a' + FX_STR(FX_NAME)[4] - '0')
		name[last] = 'a';
	return name;
}

static int
import_next(void)
{
	const char *name = next_name();
	PyObject *next;

	fx_event("%s begins", FX_STR(FX_NAME));
	fx_gate_released(FX_STR(FX_NAME));
	next = PyImport_ImportModule(name);
	if (!next && PyErr_ExceptionMatches(PyExc_RuntimeError)) {
		PyErr_Clear();
		fx_event("%s does not get %s", FX_STR(FX_NAME), name);
		return 0;
	}
	if (!next)
		return -1;
	fx_event("%s gets %s, %s", FX_STR(FX_NAME), name,
		 PyObject_HasAttrString(next, "done") ? "whole" : "in part");
	Py_DECREF(next);
	return 0;
}

static int
run(PyObject *module)
{
	if (FX_STR(FX_NAME)[0] == 'r' && import_next() < 0)
		return -1;
	return PyModule_AddIntConstant(module, "done", 1);
}

FX_DEF(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL));

FX_HOOK(FX_NAME)
{
	if (FX_STR(FX_NAME)[0] == 'h' && import_next() < 0)
		return NULL;
	return PyModuleDef_Init(&def);
}
