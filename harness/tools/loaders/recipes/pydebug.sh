# shellcheck shell=sh
summary="CPython 3.13 with --with-pydebug"
names=pydebug kind=source

make_loaders() {
	build trixie python3.13 --with-pydebug
	put pydebug "$program"
}
