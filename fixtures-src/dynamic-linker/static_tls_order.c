/* fixture: names=four_kib_a,four_kib_b check=tls:ie check=tlssize:4096 */
/* Four KiB of static thread-local storage: a second such library may find too little. */
#include "fx_module.h"

/* not static, or a compiler would keep only the byte in use */
__thread char FX_NAME[4 << 10] __attribute__((tls_model("initial-exec")));

FX_MODULE_FINDS(FX_NAME, "%d", ++FX_NAME[4095])
