/* fixture: ldflags=-Wl,-soname=named$EXT check=soname:named$EXT */
/* One of two files with the same name, the same soname and the same hook. */
#include "fx_module.h"

FX_HOOK(named)
FX_BODY("PyInit_named of two", NULL)
