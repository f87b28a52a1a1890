# shellcheck shell=sh
summary="CPython 3.14 with --disable-gil"
names=python3.14t kind=source

make_loaders() {
	build sid python3.14 --disable-gil
	put python3.14t "$program"
}
