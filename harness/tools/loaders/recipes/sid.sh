# shellcheck shell=sh
summary="Debian sid's CPython 3.13, 3.14, 3.15 and PyPy"
names='python3.13 python3.14 python3.15 pypy3'

make_loaders() {
	debian sid "$native" 'patchelf pypy3 python3.13 python3.14 python3.15' \
		'pypy3-dev libpython3.13-dev libpython3.14-dev libpython3.15-dev'
	for v in 3.13 3.14 3.15; do
		put_debian python$v python$v
	done
	put_debian pypy3 "$(basename "$(readlink -f "$root/usr/bin/pypy3")")"
}
