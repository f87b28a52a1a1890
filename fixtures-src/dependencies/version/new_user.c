/* fixture: needs=libtwo.so ldflags=-Wl,-rpath,$ORIGIN check=verneed:libtwo.so:VER_2 */
/* Refers to the newer version of the function. */
#include "fx_module.h"

int two_value(void);

FX_MODULE_FINDS(new_user, "%d", two_value())
