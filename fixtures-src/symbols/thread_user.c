/* fixture: check=undef:prov_thread */
/* Reads a thread's variable that it does not define; nothing it needs defines it either. */
#include "fx_module.h"

extern __thread int prov_thread;

FX_MODULE_FINDS(thread_user, "%d", prov_thread)
