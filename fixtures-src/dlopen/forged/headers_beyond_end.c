/* fixture: edit=phoff=size+64 */
/* The offset of its program headers lies beyond its end. */
#include "fx_module.h"

FX_MODULE(headers_beyond_end, NULL)
