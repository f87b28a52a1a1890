# shellcheck shell=sh
summary="CPython 3.13 with AddressSanitizer and UndefinedBehaviorSanitizer"
names=asan-ubsan kind=source

make_loaders() {
	# an interpreter that ends without finalization leaks
	export ASAN_OPTIONS=detect_leaks=0
	build trixie python3.13 --with-address-sanitizer --with-undefined-behavior-sanitizer
	put asan-ubsan "$program" --env ASAN_OPTIONS=detect_leaks=0
}
