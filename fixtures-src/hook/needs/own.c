/* fixture: needs=libmiddle.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libmiddle.so */
/* Has its hook itself; so has the library it needs. */
#include "fx_module.h"

FX_MODULE(own, NULL)
