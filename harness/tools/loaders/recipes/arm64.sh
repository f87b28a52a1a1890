# shellcheck shell=sh
summary="Debian 12's CPython 3.11 for 64-bit ARM, run by qemu, with a compiler"
names=arm64 kind=costly

make_loaders() {
	emulated arm64 bookworm arm64 aarch64-linux-gnu aarch64 3.11
}
