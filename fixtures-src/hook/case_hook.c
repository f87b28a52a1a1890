/* Two hooks whose names differ in case alone. */
#include "fx_module.h"

FX_MODULE(case_hook, NULL)
FX_MODULE(Case_Hook, NULL)
