/* fixture: edit=load.last.vaddr=load.last.vaddr+16 */
/* Offset and address of a segment differ within the page. */
#include "fx_module.h"

FX_MODULE(misaligned, NULL)
