/* fixture: edit=class=other */
/* A file of the other class than that of its code. */
#include "fx_module.h"

FX_MODULE(class, NULL)
