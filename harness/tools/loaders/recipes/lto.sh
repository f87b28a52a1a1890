# shellcheck shell=sh
summary="CPython 3.13 with --with-lto"
names=lto kind=source

make_loaders() {
	build trixie python3.13 --with-lto OPT="-O2 -DNDEBUG"
	put lto "$program"
}
