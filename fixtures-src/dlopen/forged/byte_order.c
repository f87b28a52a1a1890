/* fixture: edit=data=other */
/* A file of the other byte order than that of its code. */
#include "fx_module.h"

FX_MODULE(byte_order, NULL)
