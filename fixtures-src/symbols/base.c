/* fixture: out=base.so ldflags=-Wl,-soname,base.so check=soname:base.so */
/* An extension module that another one needs as a library. */
#include "fx_module.h"

int base_count(void);

int
base_count(void)
{
	static int count;

	return ++count;
}

FX_MODULE_FINDS(base, "count %d", base_count())
