/* fixture: check=lacks:PyInit_near */
/* Everything but the hook: each name differs from PyInit_near in one way. */
#include "fx_module.h"

#define WRONG(FUNCTION) \
	PyMODINIT_FUNC FUNCTION(void); \
	PyMODINIT_FUNC \
	FUNCTION(void) \
	FX_BODY("wrong: " FX_STR(FUNCTION), NULL)

WRONG(PyInit_nea)
WRONG(PyInit_nearx)
WRONG(PyInit_near_)
WRONG(PyInit__near)
WRONG(PyInit_Near)
WRONG(PyInitnear)
WRONG(PyInitU_near)
WRONG(PyInit_p_near)
WRONG(PyInit_libnear)
WRONG(PyInit___init__)
WRONG(PyInit_)
WRONG(_PyInit_near)
WRONG(pyinit_near)
WRONG(initnear)
WRONG(near)
