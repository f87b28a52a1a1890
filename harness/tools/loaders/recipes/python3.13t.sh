# shellcheck shell=sh
summary="CPython 3.13 with --disable-gil"
names=python3.13t kind=source

# `field` loads real modules: numpy imports ctypes. It needs libffi-dev
also=_ctypes

make_loaders() {
	build trixie python3.13 --disable-gil
	put python3.13t "$program"
}
