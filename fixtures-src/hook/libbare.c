/* fixture: out=libbare.so ldflags=-Wl,-soname,libbare.so check=soname:libbare.so */
/* The dynamic linker knows it as libbare.so after bare_user is loaded. */
#include "fx_module.h"

int libbare_value(void);

int
libbare_value(void)
{
	return 42;
}

FX_MODULE(plain, NULL)
