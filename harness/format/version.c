#include "format/version.h"

/* the Makefile defines REVISION for this file alone, so a new commit recompiles nothing else */
const char *
version_revision(void)
{
	return REVISION;
}
