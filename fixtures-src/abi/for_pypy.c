/* fixture: headers=pypy3.9 out=for_pypy.so check=undef:PyPyModule_Create2 */
/* For PyPy, which gives the functions of the API names of its own. */
#include "single.h"
