/* fixture: needs=libtwo.so ldflags=-Wl,-rpath,$ORIGIN/.. check=needed:libtwo.so
 * check=undef:two_value */
/* Linked against libtwo.so when it had no versions, led to the one that has two. */
#include "fx_module.h"

int two_value(void);

FX_MODULE_FINDS(bare_user, "%d", two_value())
