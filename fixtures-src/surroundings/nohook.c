/* has no hook, so that it is opened and refused */
#include "fx.h"

int surroundings_no_hook;
