/* fixture: headers=3.11 out=for_cpython.so check=undef:PyModule_Create2 */
/* For CPython. */
#include "single.h"
