/* fixture: names=tally_a,tally_b,tally_c check=exports:tally check=globdat:tally */
/* A variable of one name in several libraries, by a reference that others may take over. */
#include "fx_module.h"

extern int tally;
int tally;

FX_MODULE_FINDS(FX_NAME, "%d", ++tally)
