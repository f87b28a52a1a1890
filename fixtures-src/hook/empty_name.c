/* The hook of a name whose last component is empty. */
#include "fx_module.h"

PyMODINIT_FUNC PyInit_(void);

PyMODINIT_FUNC
PyInit_(void)
FX_BODY("PyInit_", NULL)
