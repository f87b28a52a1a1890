/* fixture: edit=type=ET_EXEC */
/* Says that it is an executable. */
#include "fx_module.h"

FX_MODULE(executable, NULL)
