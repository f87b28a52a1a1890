/* fixture: edit=osabi=0x41 */
/* Its operating system does not exist. */
#include "fx_module.h"

FX_MODULE(os_abi, NULL)
