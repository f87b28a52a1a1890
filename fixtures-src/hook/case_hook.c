/* Two hooks whose names differ only in case. */
#include "fx_module.h"

FX_MODULE(case_hook, NULL)
FX_MODULE(Case_Hook, NULL)
