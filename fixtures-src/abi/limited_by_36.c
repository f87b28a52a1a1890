/* fixture: headers=3.6 defines=Py_LIMITED_API=0x03060000 out=limited_by_36.abi3.so */
/* For the stable ABI of 3.6 and later, compiled with the headers of 3.6. */
#include "limited.h"
