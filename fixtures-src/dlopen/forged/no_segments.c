/* fixture: edit=phnum=0 */
/* Has no program headers. */
#include "fx_module.h"

FX_MODULE(no_segments, NULL)
