/* fixture: edit=data=other */
/* Its byte order is not that of its code. */
#include "fx_module.h"

FX_MODULE(byte_order, NULL)
