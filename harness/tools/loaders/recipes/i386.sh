# shellcheck shell=sh
summary="Debian 12's CPython 3.11 for 32-bit x86, with a compiler"
names=i386

make_loaders() {
	[ "$native" = amd64 ] || skip "this machine is $native, which does not run 32-bit x86"
	debian bookworm i386 'patchelf python3.11 libstdc++6' libpython3.11-dev
	compiler bookworm i686-linux-gnu
	put_debian i386 python3.11 --cc "$cc"
}
