/* fixture: out=libnewer.so ldflags=-Wl,--version-script=$SRC/newer.map check=verdef:CONFORM_2
 * ldflags=-Wl,-soname,conform-needed-1-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
 */
/*
 * What chameleon_version.c is linked against, so that its products need versions. No program has
 * this library: the name above is replaced in each copy.
 */
#define FX_NO_PYTHON
#include "fx.h"

int conform_versioned(void);
int conform_newer(void);

int
conform_versioned(void)
{
	return 1;
}

int
conform_newer(void)
{
	return 2;
}
