/* fixture: names=tally_a,tally_b,tally_c check=exports:tally check=globdat:tally */
/*
 * A variable with one name in several libraries, and a reference that can be bound to another
 * library.
 */
#include "fx_module.h"

extern int tally;
int tally;

FX_MODULE_FINDS(FX_NAME, "%d", ++tally)
