/* fixture: check=undefweak:prov_function check=undefweak:prov_data */
/* Refers weakly to a function and a variable: null if no library defines them. */
#include "fx_module.h"

__attribute__((weak)) int prov_function(void);
extern __attribute__((weak)) int prov_data;

FX_MODULE_FINDS(weak_user, "function %d, data %d",
		prov_function ? prov_function() : 0, &prov_data ? prov_data : 0)
