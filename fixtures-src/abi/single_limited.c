/* fixture: headers=3.11 defines=Py_LIMITED_API=3 out=single_limited.abi3.so */
/* For the very first stable ABI, of 3.2. */
#include "single.h"
