/* fixture: names=abi_missing,abi_last,abi_twice,abi_null,abi_second_wrong */
/* The place and the number of a module's slots for the ABI. */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
static inline int
run(PyObject *module)
{
	fx_event("exec " FX_STR(FX_NAME));
	return 0;
}

static PyABIInfo wrong = {2, 0, 0, 0, 0};

#define RIGHT PySlot_STATIC_DATA(Py_mod_abi, &fx_abi)
#define WRONG PySlot_STATIC_DATA(Py_mod_abi, &wrong)
#define RUN PySlot_FUNC(Py_mod_exec, run)

#define SLOTS_abi_missing RUN
#define SLOTS_abi_last RUN, RIGHT
#define SLOTS_abi_twice RIGHT, RUN, RIGHT
#define SLOTS_abi_null PySlot_STATIC_DATA(Py_mod_abi, NULL), RUN
#define SLOTS_abi_second_wrong RIGHT, RUN, WRONG

FX_MODEXPORT(FX_NAME)
{
	static PySlot slots[] = {FX_OF_NAME(SLOTS), PySlot_END};

	/* used by one name only */
	(void)fx_abi;
	(void)wrong;
	return slots;
}
#endif
