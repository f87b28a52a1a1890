/* fixture: needs=libauxiliary.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libauxiliary.so */
/* Needs an object with an auxiliary filter. */
#include "fx_module.h"

int auxiliary_value(void);

FX_MODULE_FINDS(auxiliary_user, "%d", auxiliary_value())
