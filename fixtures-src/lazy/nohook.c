/* has no hook */
#include "fx.h"

int lazy_no_hook;
