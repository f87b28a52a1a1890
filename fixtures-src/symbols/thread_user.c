/* fixture: check=undef:prov_thread */
/* Reads a thread-local variable that neither this file nor a needed library defines. */
#include "fx_module.h"

extern __thread int prov_thread;

FX_MODULE_FINDS(thread_user, "%d", prov_thread)
