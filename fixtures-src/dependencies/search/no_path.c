/* fixture: needs=libwhere.so check=needed:libwhere.so */
/* Has no search path of its own. */
#include "fx_module.h"

int where(void);

FX_MODULE_FINDS(no_path, "%d", where())
