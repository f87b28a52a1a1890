/* fixture: edit=class=other */
/* Its class is not that of its code. */
#include "fx_module.h"

FX_MODULE(class, NULL)
