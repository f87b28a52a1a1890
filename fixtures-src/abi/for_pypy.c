/* fixture: headers=pypy3.9 out=for_pypy.so check=undef:PyPyModule_Create2 */
/* For PyPy, which uses its own names for the functions of the API. */
#include "single.h"
