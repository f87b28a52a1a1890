/* fixture: out=libside.so ldflags=-Wl,-soname,libside.so check=exports:PyInit_breadth */
/* A library without needed libraries that has the hook its user lacks. */
#include "fx_module.h"

FX_HOOK(breadth)
FX_BODY("PyInit_breadth of libside", NULL)
