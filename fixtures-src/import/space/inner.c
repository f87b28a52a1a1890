/* an extension in a folder without __init__ */
#include "fx_module.h"

FX_MODULE(FX_NAME, NULL)
