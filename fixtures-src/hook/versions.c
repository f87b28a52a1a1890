/* fixture: ldflags=-Wl,--version-script=$SRC/versions.map check=exports:PyInit_versions
 * check=verdef:V1 check=verdef:V2 */
/* The hook in an old version and in the default version. */
#include "fx_module.h"

PyMODINIT_FUNC old_hook(void);

__asm__(".symver old_hook, PyInit_versions@V1");

PyMODINIT_FUNC
old_hook(void)
FX_BODY("wrong: PyInit_versions@V1", NULL)

FX_HOOK(versions)
FX_BODY("PyInit_versions@@V2", NULL)
