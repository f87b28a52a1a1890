# shellcheck shell=sh
summary="CPython 3.15 with --disable-gil"
names=python3.15t kind=source

# `field` loads real modules: numpy imports ctypes. It needs libffi-dev
also=_ctypes

make_loaders() {
	build sid python3.15 --disable-gil
	put python3.15t "$program"
}
