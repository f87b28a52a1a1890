/* fixture: needs=libbare.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libbare.so */
/* Brings libbare.so into the process. */
#include "fx_module.h"

int libbare_value(void);

FX_MODULE_FINDS(bare_user, "value %d", libbare_value())
