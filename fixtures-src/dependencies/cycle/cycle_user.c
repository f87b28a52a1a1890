/* fixture: needs=libleft.so ldflags=-Wl,-rpath,$ORIGIN */
/* Needs one of two libraries that need each other. */
#include "fx_module.h"

int left_sum(void);

FX_MODULE_FINDS(cycle_user, "%d", left_sum())
