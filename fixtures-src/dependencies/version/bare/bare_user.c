/* fixture: needs=libtwo.so ldflags=-Wl,-rpath,$ORIGIN/.. check=needed:libtwo.so
 * check=undef:two_value */
/* Linked against a libtwo.so without versions; at run time it finds the one with two versions. */
#include "fx_module.h"

int two_value(void);

FX_MODULE_FINDS(bare_user, "%d", two_value())
