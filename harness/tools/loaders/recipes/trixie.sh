# shellcheck shell=sh
summary="Debian 13's CPython 3.13, its debug build, and PyPy"
names='trixie-python3.13 trixie-python3.13d trixie-pypy3'

make_loaders() {
	debian trixie "$native" 'patchelf pypy3 python3.13-dbg' 'pypy3-dev libpython3.13-dev'
	put_debian trixie-python3.13 python3.13
	put_debian trixie-python3.13d python3.13d
	put_debian trixie-pypy3 "$(basename "$(readlink -f "$root/usr/bin/pypy3")")"
}
