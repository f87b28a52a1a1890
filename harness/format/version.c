#include "format/version.h"

/* the only file that is compiled anew for another revision: the Makefile defines it for this one */
const char *
version_revision(void)
{
	return REVISION;
}
