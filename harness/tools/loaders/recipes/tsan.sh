# shellcheck shell=sh
summary="CPython 3.13 with ThreadSanitizer and --disable-gil"
names=tsan kind=source

make_loaders() {
	build trixie python3.13 --disable-gil --with-thread-sanitizer
	# a case shows a signal as what it is; ThreadSanitizer makes programs 5 to 15 times slower
	put tsan "$program" --timeout-scale 6 --env TSAN_OPTIONS=handle_segv=0:handle_sigbus=0
}
