/*
 * Hooks of names that mean something elsewhere: to Python, to the linker, to whoever cuts a prefix
 * or a suffix.
 */
#include "fx_module.h"

#define ODD(NAME) FX_HOOK(NAME) FX_BODY("PyInit_" #NAME, NULL)

ODD(_)
ODD(__init__)
ODD(__main__)
ODD(PyInit_odd)
ODD(class)
ODD(None)
ODD(libodd)
ODD(main)
ODD(self)
ODD(0)
ODD(so)
ODD(init)
