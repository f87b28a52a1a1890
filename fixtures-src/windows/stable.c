/* fixture: format=pe defines=Py_LIMITED_API=0x03080000 check=needed:python3.dll */
/* A module for the stable ABI, whose library is python3.dll. */
#include "fx_module.h"

FX_MODULE(stable, NULL)
