/* fixture: edit=DT_GNU_HASH.tag=DT_DEBUG */
/* Has no hash table, so none of its symbols can be found. */
#include "fx_module.h"

FX_MODULE(no_hash, NULL)
