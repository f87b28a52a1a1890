/* fixture: needs=libfirst.so needs=libsecond.so ldflags=-Wl,-rpath,$ORIGIN
 * check=needed:libfirst.so check=needed:libsecond.so */
/* Both needed libraries define order_near; the second and one below the first, order_deep. */
#include "fx_module.h"

int order_near(void);
int order_deep(void);

FX_MODULE_FINDS(order_user, "near %d, deep %d", order_near(), order_deep())
