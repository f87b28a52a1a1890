/* fixture: ldflags=-Wl,--hash-style=sysv */
/* Only the hash table of the System V ABI, not that of GNU, leads to the hook. */
#include "fx_module.h"

FX_MODULE(sysv_hash, NULL)
FX_MODULE(sysv_hash_second, NULL)
