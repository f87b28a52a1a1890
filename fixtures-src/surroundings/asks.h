/* A module that calls tools.step() in its hook and its execution slot, and reports the answer. */
#ifndef ASKS_H
#define ASKS_H

#include "fx.h"

/* reports what tools.step(MODULE) answers; 0, or -1 and an exception */
static int
ask(const char *where)
{
	PyObject *tools = PyImport_ImportModule("tools");
	PyObject *seen = tools ? PyObject_CallMethod(tools, "step", "s", FX_STR(FX_OWN)) : NULL;
	const char *text = seen ? PyUnicode_AsUTF8(seen) : NULL;

	if (text)
		fx_event("%s sees %s", where, text);
	Py_XDECREF(seen);
	Py_XDECREF(tools);
	return text ? 0 : -1;
}

static int
run(PyObject *module)
{
	(void)module;
	return ask("exec");
}

FX_DEF(FX_SLOTS({Py_mod_exec, run}, FX_NEEDS_NO_GIL));

FX_HOOK(FX_NAME)
{
	return ask("init") < 0 ? NULL : PyModuleDef_Init(&def);
}

#endif
