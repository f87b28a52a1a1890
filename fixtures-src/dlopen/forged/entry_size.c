/* fixture: edit=phentsize=phentsize+8 */
/* The size of its program headers is wrong. */
#include "fx_module.h"

FX_MODULE(entry_size, NULL)
