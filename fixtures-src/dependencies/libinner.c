/* fixture: out=libinner.so ldflags=-Wl,-soname,libinner.so check=soname:libinner.so */
/* A library with a constructor, a destructor and a count of its users. */
#include "fx.h"

int inner_users(void);

__attribute__((constructor)) static void
at_load(void)
{
	fx_event("constructor of libinner");
}

__attribute__((destructor)) static void
at_unload(void)
{
	fx_event("destructor of libinner");
}

int
inner_users(void)
{
	static int users;

	return ++users;
}
