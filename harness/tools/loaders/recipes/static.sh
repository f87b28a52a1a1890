# shellcheck shell=sh
summary="CPython 3.13, a static program: it loads what its own libc lets it load"
names=static kind=source

make_loaders() {
	export MODULE_BUILDTYPE=static
	build trixie python3.13 LDFLAGS=-static LINKFORSHARED=-Wl,--export-dynamic
	put static "$program"
}
