# shellcheck shell=sh
summary="Debian 12's CPython 3.11 for 32-bit ARM, run by qemu, with a compiler"
names=armhf kind=costly

make_loaders() {
	emulated armhf bookworm armhf arm-linux-gnueabihf arm 3.11
}
