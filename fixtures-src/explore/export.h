/* The export hooks that give slots, which there are since 3.15: slots are made from the plan. */
#ifndef EXPORT_H
#define EXPORT_H

#if PY_VERSION_HEX >= 0x030F0000

PyABIInfo_VAR(abi_info);

static int
fill_export(PySlot *slots)
{
	char kind[WORD_BYTES];
	int n = 0;

	slots[n++] = (PySlot)PySlot_STATIC_DATA(Py_mod_abi, &abi_info);
	for (int i = 0; i < SLOTS_MAX / 2 && *plan_word(kind, "slots", i); i++) {
		if (!strcmp(kind, "create"))
			slots[n++] = (PySlot)PySlot_FUNC(Py_mod_create, create);
		else if (!strcmp(kind, "exec"))
			slots[n++] = (PySlot)PySlot_FUNC(Py_mod_exec, execute);
		else
			slots[n++] = (PySlot)PySlot_FUNC(999, execute);
	}
	if (!plan_says("gil", "unsaid"))
		slots[n++] = (PySlot)PySlot_DATA(Py_mod_gil, plan_says("gil", "used") ?
						 Py_MOD_GIL_USED : Py_MOD_GIL_NOT_USED);
	if (plan_number("size") > 0)
		slots[n++] = (PySlot)PySlot_SIZE(Py_mod_state_size, plan_number("size"));
	if (plan_says("has", "methods"))
		slots[n++] = (PySlot)PySlot_STATIC_DATA(Py_mod_methods, methods);
	if (plan_says("has", "doc"))
		slots[n++] = (PySlot)PySlot_STATIC_DATA(Py_mod_doc, (void *)"a chameleon");
	return n;
}

/* the slots, with a place for them; NULL with an exception if the plan says so */
static PySlot *
export(PySlot *slots, const char *name)
{
	static int calls;

	fx_event("%s: call %d of the hook for slots", name, ++calls);
	slots[fill_export(slots)] = (PySlot)PySlot_END;
	deed_raise("gives");
	return plan_says("gives", "multi") || plan_says("gives", "single") ||
		plan_says("gives", "unreported") ? slots : NULL;
}

#define EXPORT(hook, name) \
	PyMODEXPORT_FUNC hook(void); \
	PyMODEXPORT_FUNC hook(void) \
	{ \
		static PySlot slots[SLOTS_MAX + 8]; \
		return export(slots, name); \
	}

#else

/* such a file has a function of this name all the same, which no loader may call */
#define EXPORT(hook, name) \
	PyMODINIT_FUNC hook(void); \
	PyMODINIT_FUNC hook(void) \
	{ \
		fx_event("%s: the hook for slots", name); \
		return NULL; \
	}

#endif
#endif
