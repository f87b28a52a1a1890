/* fixture: edit=osabi=0x41 */
/* Made for a system that does not exist. */
#include "fx_module.h"

FX_MODULE(os_abi, NULL)
