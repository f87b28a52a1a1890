/* fixture: names=chameleon_version,chameleon_newer needs=libnewer.so
 * cflags=-pthread ldflags=-pthread ldflags=-s ldflags=-Wl,-z,lazy
 * ldflags=-Wl,--version-script=$SRC/version.map
 * ldflags=-Wl,-f,conform-needed-2-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
 * ldflags=-Wl,-soname,conform-soname-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
 * ldflags=-Wl,-rpath,conform-runpath-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
 */
/*
 * Chameleons that need a version of a symbol: chameleon_version one that chameleon_gives defines,
 * chameleon_newer one that no chameleon does.
 */
#include "chameleon.c"
