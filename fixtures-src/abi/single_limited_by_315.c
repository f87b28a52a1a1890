/* fixture: headers=3.15 defines=Py_LIMITED_API=0x03060000 out=single_limited_by_315.abi3.so */
/* For the stable ABI of 3.6, compiled with much newer headers. */
#include "single.h"
