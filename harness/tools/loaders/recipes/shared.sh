# shellcheck shell=sh
summary="CPython 3.13 with --enable-shared"
names=shared kind=source

make_loaders() {
	build trixie python3.13 --enable-shared LDFLAGS="-Wl,-rpath,$work/tree"
	put shared "$program"
}
