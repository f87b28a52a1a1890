/* Hooks of two names that differ only in the case of a non-ASCII letter. */
#include "fx_module.h"

PyMODINIT_FUNC PyInitU_dca(void);
PyMODINIT_FUNC PyInitU_9ca(void);

PyMODINIT_FUNC
PyInitU_dca(void)
FX_BODY("upper case", NULL)

PyMODINIT_FUNC
PyInitU_9ca(void)
FX_BODY("lower case", NULL)
