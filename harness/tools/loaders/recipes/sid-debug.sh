# shellcheck shell=sh
summary="the debug builds of Debian sid's CPython 3.13, 3.14 and 3.15"
names='python3.13d python3.14d python3.15d'

make_loaders() {
	debian sid "$native" 'patchelf python3.13-dbg python3.14-dbg python3.15-dbg' \
		'libpython3.13-dev libpython3.14-dev libpython3.15-dev'
	for v in 3.13 3.14 3.15; do
		put_debian "python${v}d" "python${v}d"
	done
}
