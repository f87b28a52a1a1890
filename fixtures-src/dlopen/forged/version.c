/* fixture: edit=version=2 */
/* Its version of the ELF format does not exist. */
#include "fx_module.h"

FX_MODULE(version, NULL)
