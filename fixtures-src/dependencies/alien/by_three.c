/* fixture: needs=libalien.so ldflags=-Wl,-rpath,$ORIGIN/class:$ORIGIN/machine:$ORIGIN */
/*
 * Its search path leads to libraries for another word size and another machine before the right
 * one.
 */
#include "fx_module.h"

int alien_value(void);

FX_MODULE_FINDS(by_three, "%d", alien_value())
