/* fixture: needs=libmiddle.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libmiddle.so */
/* Both this file and the library that it needs have the hook. */
#include "fx_module.h"

FX_MODULE(own, NULL)
