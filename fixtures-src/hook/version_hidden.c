/* fixture: ldflags=-Wl,--version-script=$SRC/version_hidden.map
 * check=exports:PyInit_version_hidden check=verdef:V1 */
/* The hook only in an old version, which is not the default one. */
#include "fx_module.h"

PyMODINIT_FUNC old_hook(void);

__asm__(".symver old_hook, PyInit_version_hidden@V1");

PyMODINIT_FUNC
old_hook(void)
FX_BODY("wrong: PyInit_version_hidden@V1", NULL)
