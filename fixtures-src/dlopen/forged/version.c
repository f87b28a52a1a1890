/* fixture: edit=version=2 */
/* The version of its format does not exist. */
#include "fx_module.h"

FX_MODULE(version, NULL)
