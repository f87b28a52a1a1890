/* fixture: needs=libwhere.so ldflags=-Wl,-rpath,$ORIGIN/none:$ORIGIN/two:$ORIGIN/one
 * check=needed:libwhere.so check=runpath:$ORIGIN/none:$ORIGIN/two:$ORIGIN/one */
/* Of the folders of DT_RUNPATH the first is missing; the second comes before the third. */
#include "fx_module.h"

int where(void);

FX_MODULE_FINDS(runpath_two, "%d", where())
