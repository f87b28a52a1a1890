/* fixture: needs=libsame.so ldflags=-Wl,-rpath,$ORIGIN
 *	check=needed:libsame.so check=runpath:$ORIGIN
 */
/* Needs a function that only the library beside it has. */
#include "fx_module.h"

int same_in_two(void);

FX_MODULE_FINDS(third, "%d", same_in_two())
