/* fixture: check=lacks:PyInit_static_hook */
/* The hook has the right name but is not exported. */
#include "fx_module.h"

__attribute__((used)) static PyObject *
PyInit_static_hook(void)
FX_BODY("PyInit_static_hook", NULL)
