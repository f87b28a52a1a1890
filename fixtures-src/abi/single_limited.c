/* fixture: headers=3.11 defines=Py_LIMITED_API=3 out=single_limited.abi3.so */
/* For the first stable ABI, the one of 3.2. */
#include "single.h"
