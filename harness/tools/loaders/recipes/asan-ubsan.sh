# shellcheck shell=sh
summary="CPython 3.13 with AddressSanitizer and UndefinedBehaviorSanitizer"
names=asan-ubsan kind=source

make_loaders() {
	# an interpreter that ends without finalization leaks; a case shows a signal as what it is, asks
	# for too much memory, and puts a library before the sanitizer's
	export ASAN_OPTIONS=detect_leaks=0:handle_segv=0:handle_sigbus=0:allocator_may_return_null=1:verify_asan_link_order=0
	build trixie python3.13 --with-address-sanitizer --with-undefined-behavior-sanitizer
	put asan-ubsan "$program" --env "ASAN_OPTIONS=$ASAN_OPTIONS"
}
