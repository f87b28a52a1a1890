# shellcheck shell=sh
summary="Debian 12's CPython 3.11 for 64-bit PowerPC, run by qemu, with a compiler"
names=ppc64el kind=costly

make_loaders() {
	emulated ppc64el bookworm ppc64el powerpc64le-linux-gnu ppc64le 3.11
}
