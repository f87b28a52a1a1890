/* The hook of the name that is empty after its last dot. */
#include "fx_module.h"

PyMODINIT_FUNC PyInit_(void);

PyMODINIT_FUNC
PyInit_(void)
FX_BODY("PyInit_", NULL)
