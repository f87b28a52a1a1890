/* fixture: needs=provides$EXT check=needed:provides$EXT */
/* Needs the file of a module, by its name alone, and has no search path. */
#include "fx_module.h"

int provided(void);

FX_MODULE_FINDS(needs_module, "%d", provided())
