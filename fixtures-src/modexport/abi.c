/* fixture: names=abi_struct_major,abi_struct_minor,abi_zero,abi_older,abi_newer,abi_other_patch
 *	names=abi_stable_first,abi_stable_same,abi_stable_future,abi_stable_invalid
 *	names=abi_free_threaded,abi_agnostic,abi_internal
 */
/* What a module says about the ABI that it was built for; each name makes another claim. */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
#define THIS (PY_VERSION_HEX & 0xffff0000)
#define STABLE PyABIInfo_STABLE | PyABIInfo_GIL

/* version of the structure; flags; version built with; version of the ABI */
#define INFO_abi_struct_major {2, 0, PyABIInfo_DEFAULT_FLAGS, PY_VERSION_HEX, PY_VERSION_HEX}
#define INFO_abi_struct_minor {1, 9, PyABIInfo_DEFAULT_FLAGS, PY_VERSION_HEX, PY_VERSION_HEX}
#define INFO_abi_zero {0, 0, 0, 0, 0}
#define INFO_abi_older {1, 0, PyABIInfo_GIL, THIS - 0x10000, THIS - 0x10000}
#define INFO_abi_newer {1, 0, PyABIInfo_GIL, THIS + 0x10000, THIS + 0x10000}
#define INFO_abi_other_patch {1, 0, PyABIInfo_GIL, THIS + 0x63f0, THIS + 0x63f0}
#define INFO_abi_stable_first {1, 0, STABLE, PY_VERSION_HEX, 0x03020000}
#define INFO_abi_stable_same {1, 0, STABLE, PY_VERSION_HEX, THIS}
#define INFO_abi_stable_future {1, 0, STABLE, THIS + 0x10000, THIS + 0x10000}
#define INFO_abi_stable_invalid {1, 0, STABLE, PY_VERSION_HEX, 0x03010000}
#define INFO_abi_free_threaded {1, 0, PyABIInfo_FREETHREADED, PY_VERSION_HEX, PY_VERSION_HEX}
#define INFO_abi_agnostic \
	{1, 0, PyABIInfo_STABLE | PyABIInfo_FREETHREADING_AGNOSTIC, PY_VERSION_HEX, THIS}
#define INFO_abi_internal \
	{1, 0, PyABIInfo_GIL | PyABIInfo_INTERNAL, PY_VERSION_HEX - 0x100, PY_VERSION_HEX - 0x100}

static PyABIInfo abi = FX_OF_NAME(INFO);

static int
run(PyObject *module)
{
	fx_event("exec " FX_STR(FX_NAME));
	return 0;
}

static PySlot slots[] = {
	PySlot_STATIC_DATA(Py_mod_abi, &abi),
	PySlot_FUNC(Py_mod_exec, run),
	PySlot_END,
};

FX_MODEXPORT(FX_NAME)
{
	(void)fx_abi;
	return slots;
}
#endif
