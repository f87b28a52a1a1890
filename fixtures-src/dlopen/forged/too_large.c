/* fixture: edit=load.last.memsz=0x7fffffffffff0000 */
/* Its segment is larger than any address space. */
#include "fx_module.h"

FX_MODULE(too_large, NULL)
