/* fixture: check=lacks:PyInit_hidden_hook */
/* The hook is global in its object file but hidden in the library. */
#include "fx_module.h"

__attribute__((visibility("hidden"))) PyObject *PyInit_hidden_hook(void);

PyObject *
PyInit_hidden_hook(void)
FX_BODY("PyInit_hidden_hook", NULL)
