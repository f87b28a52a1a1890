/* fixture: ldflags=-Wl,--version-script=$SRC/map_local.map
 * check=exports:map_local_function check=lacks:PyInit_map_local */
/* A version script that lists the exported symbols, without the hook. */
#include "fx_module.h"

int map_local_function(void);

int
map_local_function(void)
{
	return 1;
}

FX_MODULE(map_local, NULL)
