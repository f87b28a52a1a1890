/* a hundred exec slots */
#include "fx.h"

enum { SLOTS = 100 };

static int calls;

static int
run(PyObject *module)
{
	return ++calls < SLOTS ? 0 : PyModule_AddIntConstant(module, "calls", calls);
}

static PyModuleDef_Slot slots[SLOTS + 1];

FX_DEF(.m_slots = slots);

FX_HOOK(FX_NAME)
{
	for (int i = 0; i < SLOTS; i++) {
		slots[i].slot = Py_mod_exec;
		slots[i].value = run;
	}
	return PyModuleDef_Init(&def);
}
