/* fixture: needs=libexecstack.so ldflags=-Wl,-rpath,$ORIGIN check=noexecstack */
/* Does not ask for an executable stack, but the library that it needs does. */
#include "fx_module.h"

int execstack_value(void);

FX_MODULE_FINDS(needs_execstack, "%d", execstack_value())
