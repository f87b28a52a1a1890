# shellcheck shell=sh
summary="Debian 12's debug build of CPython 3.11"
names=python3.11d

make_loaders() {
	debian bookworm "$native" 'patchelf python3.11-dbg' libpython3.11-dev
	put_debian python3.11d python3.11d
}
