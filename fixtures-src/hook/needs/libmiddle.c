/* fixture: out=libmiddle.so needs=libdeep.so ldflags=-Wl,-soname,libmiddle.so
 * ldflags=-Wl,-rpath,$ORIGIN check=needed:libdeep.so check=lacks:PyInit_deep
 * check=lacks:PyInit_breadth check=exports:PyInit_own */
/* In the middle of the chain, with a hook that its user has too. */
#include "fx_module.h"

FX_HOOK(own)
FX_BODY("wrong: PyInit_own of libmiddle", NULL)
