/* an ordinary module, loaded after a failure to see that nothing was damaged */
#include "fx_module.h"

FX_MODULE(FX_NAME, NULL)
