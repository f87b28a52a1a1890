/* fixture: edit=phoff=size+64 */
/* Its program headers are said to be beyond its end. */
#include "fx_module.h"

FX_MODULE(headers_beyond_end, NULL)
