/* fixture: needs=libsame.so ldflags=-Wl,-rpath,$ORIGIN
 *	check=needed:libsame.so check=runpath:$ORIGIN
 */
/* Needs the library beside it. */
#include "fx_module.h"

int same(void);

FX_MODULE_FINDS(first, "%d", same())
