/* fixture: needs=libfirst.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libfirst.so */
/* Needs a library that is to be initialised first. */
#include "fx_module.h"

int first_value(void);

__attribute__((constructor)) static void
begin(void)
{
	fx_event("constructor of initfirst");
}

FX_MODULE_FINDS(initfirst, "%d", first_value())
