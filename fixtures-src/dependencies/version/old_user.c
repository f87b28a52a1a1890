/* fixture: needs=libtwo.so ldflags=-Wl,-rpath,$ORIGIN check=verneed:libtwo.so:VER_1 */
/* Refers to the old version of the function. */
#include "fx_module.h"

int two_value(void);

__asm__(".symver two_value, two_value@VER_1");

FX_MODULE_FINDS(old_user, "%d", two_value())
