/* fixture: out=libfirst.so needs=libsecond.so ldflags=-Wl,-soname,libfirst.so
 * ldflags=-Wl,-z,initfirst ldflags=-Wl,-rpath,$ORIGIN */
/* Marked DF_1_INITFIRST, and needs a library, which would be initialised before it. */
#define FX_NO_PYTHON
#include "fx.h"

int second_value(void);
int first_value(void);

int
first_value(void)
{
	return second_value() + 1;
}

__attribute__((constructor)) static void
begin(void)
{
	fx_event("constructor of libfirst");
}
