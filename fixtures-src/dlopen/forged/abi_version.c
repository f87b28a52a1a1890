/* fixture: edit=abiversion=99 */
/* Its ABI version does not exist. */
#include "fx_module.h"

FX_MODULE(abi_version, NULL)
