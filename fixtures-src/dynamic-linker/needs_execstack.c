/* fixture: needs=libexecstack.so ldflags=-Wl,-rpath,$ORIGIN check=noexecstack */
/* Asks for no executable stack; the library it needs does. */
#include "fx_module.h"

int execstack_value(void);

FX_MODULE_FINDS(needs_execstack, "%d", execstack_value())
