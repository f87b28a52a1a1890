/* A GiB of zeros, which take addresses but no memory. */
#include "fx_module.h"

extern char gigabyte_zeros[];
char gigabyte_zeros[1 << 30];

FX_MODULE(gigabyte, NULL)
