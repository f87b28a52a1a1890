# shellcheck shell=sh
summary="CPython 3.14 with --disable-gil"
names=python3.14t kind=source

# `field` loads real modules: numpy imports ctypes. It needs libffi-dev
also=_ctypes

make_loaders() {
	build sid python3.14 --disable-gil
	put python3.14t "$program"
}
