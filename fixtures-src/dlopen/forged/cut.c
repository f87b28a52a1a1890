/* fixture: edit=size=dynamic.offset edit=size=size-4096 */
/* Ends in front of the page that its dynamic section would stand in. */
#include "fx_module.h"

FX_MODULE(cut, NULL)
