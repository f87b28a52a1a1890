/* fixture: check=undefweak:PyInit_referred */
/* Only refers to the function of its hook's name, weakly, as nobody defines it. */
#include "fx_module.h"

extern __attribute__((weak)) PyObject *PyInit_referred(void);
extern void *referred_address;
void *referred_address = (void *)PyInit_referred;
