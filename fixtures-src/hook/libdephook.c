/* fixture: out=libdephook.so ldflags=-Wl,-soname,libdephook.so */
/* A plain library with the hook that its user lacks. */
#include "fx_module.h"

FX_MODULE(dephook, NULL)
