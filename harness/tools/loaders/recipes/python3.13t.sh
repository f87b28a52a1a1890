# shellcheck shell=sh
summary="CPython 3.13 with --disable-gil"
names=python3.13t kind=source

make_loaders() {
	build trixie python3.13 --disable-gil
	put python3.13t "$program"
}
