/* fixture: edit=identversion=2 */
/* The version in its ELF identification does not exist. */
#include "fx_module.h"

FX_MODULE(ident_version, NULL)
