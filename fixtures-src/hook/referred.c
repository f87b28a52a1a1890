/* fixture: check=undefweak:PyInit_referred */
/* Only refers to the function with its hook's name, weakly, because no library defines it. */
#include "fx_module.h"

extern __attribute__((weak)) PyObject *PyInit_referred(void);
extern void *referred_address;
void *referred_address = (void *)PyInit_referred;
