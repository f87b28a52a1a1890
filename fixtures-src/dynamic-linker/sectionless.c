/* fixture: edit=size=load.last.offset+2048 */
/* Ends soon after its last segment: its section headers are cut off, as after sstrip. */
#include "fx_module.h"

FX_MODULE(sectionless, NULL)
