/* fixture: needs=libinner.so ldflags=-Wl,-rpath,$ORIGIN/text check=needed:libinner.so */
/* Needs a library for which its search path finds a text file. */
#include "fx_module.h"

int inner_users(void);

FX_MODULE_FINDS(needs_text, "%d", inner_users())
