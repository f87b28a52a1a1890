/* fixture: check=tls:ie */
/* As much thread-local storage of the initial-exec model as fits into any reserve. */
#include "fx_module.h"

static __thread int value __attribute__((tls_model("initial-exec"))) = 41;

FX_MODULE_FINDS(small_static_tls, "%d", ++value)
