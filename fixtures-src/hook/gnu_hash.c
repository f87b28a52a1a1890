/* fixture: ldflags=-Wl,--hash-style=gnu */
/* Has only the GNU hash table, with many symbols: several words of its filter and long chains. */
#include "fx_module.h"

#define FILLER(n) void gnu_hash_filler_##n(void); void gnu_hash_filler_##n(void) {}
#define TEN(n) FILLER(n##0) FILLER(n##1) FILLER(n##2) FILLER(n##3) FILLER(n##4) FILLER(n##5) \
	FILLER(n##6) FILLER(n##7) FILLER(n##8) FILLER(n##9)

TEN(1) TEN(2) TEN(3) TEN(4) TEN(5) TEN(6) TEN(7) TEN(8) TEN(9)

FX_MODULE(gnu_hash, NULL)
FX_MODULE(gnu_hash_second, NULL)
