/* has no hook */
#include "fx.h"

int subinterp_no_hook;
