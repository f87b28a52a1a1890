/* fixture: check=exports:PyInit_protected_hook */
/* A hook of protected visibility: exported, but never interposed. */
#include "fx_module.h"

__attribute__((visibility("protected"))) PyObject *PyInit_protected_hook(void);

PyObject *
PyInit_protected_hook(void)
FX_BODY("PyInit_protected_hook", NULL)
