/* fixture: needs=libfirst.so needs=libsecond.so ldflags=-Wl,-rpath,$ORIGIN
 * check=needed:libfirst.so check=needed:libsecond.so */
/*
 * Both needed libraries define order_near. The second one and the one below the first define
 * order_deep.
 */
#include "fx_module.h"

int order_near(void);
int order_deep(void);

FX_MODULE_FINDS(order_user, "near %d, deep %d", order_near(), order_deep())
