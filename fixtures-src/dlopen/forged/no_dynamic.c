/* fixture: edit=dynamic.type=PT_NULL */
/* Has no dynamic section. */
#include "fx_module.h"

FX_MODULE(no_dynamic, NULL)
