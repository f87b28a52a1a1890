/* fixture: ldflags=-Wl,--hash-style=sysv */
/* Has only the hash table of the System V ABI, not the GNU one. */
#include "fx_module.h"

FX_MODULE(sysv_hash, NULL)
FX_MODULE(sysv_hash_second, NULL)
