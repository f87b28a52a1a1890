# shellcheck shell=sh
summary="CPython 3.13 with ThreadSanitizer and --disable-gil"
names=tsan kind=source

make_loaders() {
	build trixie python3.13 --disable-gil --with-thread-sanitizer
	put tsan "$program"
}
