/* fixture: out=libdeep.so ldflags=-Wl,-soname,libdeep.so check=exports:PyInit_deep
 * check=exports:PyInit_breadth */
/* A library with hooks that the user of its user lacks. */
#include "fx_module.h"

FX_MODULE(deep, NULL)

FX_HOOK(breadth)
FX_BODY("wrong: PyInit_breadth of libdeep", NULL)
