# shellcheck shell=sh
summary="CPython 3.13, built by clang"
names=clang kind=source

make_loaders() {
	needs clang
	CC=clang
	build trixie python3.13
	put clang "$program"
}
