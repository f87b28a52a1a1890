/* fixture: check=tls:ie */
/* Thread-local storage of the initial-exec model, small enough for any reserve. */
#include "fx_module.h"

static __thread int value __attribute__((tls_model("initial-exec"))) = 41;

FX_MODULE_FINDS(small_static_tls, "%d", ++value)
