/* Three hooks in one file. */
#include "fx_module.h"

FX_MODULE(several, NULL)
FX_MODULE(several_second, NULL)
FX_MODULE(several_third, NULL)
