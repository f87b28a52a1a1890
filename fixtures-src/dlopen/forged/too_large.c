/* fixture: edit=load.last.memsz=0x7fffffffffff0000 */
/* A segment that no address space has room for. */
#include "fx_module.h"

FX_MODULE(too_large, NULL)
