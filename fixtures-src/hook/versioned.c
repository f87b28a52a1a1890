/* fixture: ldflags=-Wl,--version-script=$SRC/versioned.map
 * check=exports:PyInit_versioned check=verdef:V1 */
/* The hook has one symbol version, which is the default one. */
#include "fx_module.h"

FX_MODULE(versioned, NULL)
