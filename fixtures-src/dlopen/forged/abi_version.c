/* fixture: edit=abiversion=99 */
/* Made for a version of the ABI that does not exist. */
#include "fx_module.h"

FX_MODULE(abi_version, NULL)
