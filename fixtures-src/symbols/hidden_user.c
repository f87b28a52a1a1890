/* fixture: check=undef:prov_hidden */
/* Calls a function that another library defines, but hides. */
#include "fx_module.h"

int prov_hidden(void);

FX_MODULE_FINDS(hidden_user, "%d", prov_hidden())
