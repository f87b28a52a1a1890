/* fixture: edit=size=dynamic.offset edit=size=size-4096 */
/* Ends before the page that contains its dynamic section. */
#include "fx_module.h"

FX_MODULE(cut, NULL)
