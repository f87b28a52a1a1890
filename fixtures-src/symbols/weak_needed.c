/* fixture: needs=libneeded.so ldflags=-Wl,-rpath,$ORIGIN check=undefweak:prov_function
 * check=needed:libneeded.so */
/* Refers weakly to a function of the library it needs. */
#include "fx_module.h"

__attribute__((weak)) int prov_function(void);

FX_MODULE_FINDS(weak_needed, "%d", prov_function ? prov_function() : 0)
