/* fixture: out=libsecond.so ldflags=-Wl,-soname,libsecond.so */
/* Needed by libfirst. */
#define FX_NO_PYTHON
#include "fx.h"

int second_value(void);

int
second_value(void)
{
	return 1;
}

__attribute__((constructor)) static void
begin(void)
{
	fx_event("constructor of libsecond");
}
