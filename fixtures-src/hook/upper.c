/* Hooks of two names that differ in case alone, beyond ASCII. */
#include "fx_module.h"

PyMODINIT_FUNC PyInitU_dca(void);
PyMODINIT_FUNC PyInitU_9ca(void);

PyMODINIT_FUNC
PyInitU_dca(void)
FX_BODY("upper case", NULL)

PyMODINIT_FUNC
PyInitU_9ca(void)
FX_BODY("lower case", NULL)
