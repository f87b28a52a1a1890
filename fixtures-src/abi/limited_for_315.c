/* fixture: headers=3.15 defines=Py_LIMITED_API=0x030f0000 out=limited_for_315.abi3.so */
/* For the stable ABI of 3.15, where slots have new numbers. */
#include "limited.h"
