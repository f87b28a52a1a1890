# shellcheck shell=sh
summary="Debian 12's CPython 3.11 for s390x (big endian), run by qemu, with a compiler"
names=s390x kind=costly
# with a locale of its own: that of a machine of the other byte order cannot be read

make_loaders() {
	emulated s390x bookworm s390x s390x-linux-gnu s390x 3.11
}
