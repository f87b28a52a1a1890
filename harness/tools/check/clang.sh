#!/bin/sh
# clang.sh GOAL: can clang build what `make GOAL`, msan or fuzz, needs? If not, prints the reason;
# status 1.
set -u

skip() {
	echo "$goal: skipped, $*"
	echo '0 passed, 0 failed'
	exit 1
}

goal=$1
case $goal in
fuzz) what=libFuzzer flags=-fsanitize=fuzzer,address,undefined ;;
*) what=MemorySanitizer flags=-fsanitize=memory ;;
esac
command -v clang >/dev/null 2>&1 || skip 'there is no clang'
# no pipe: a clang that ends without reading would make the writer complain
clang $flags -x c - -o /dev/null >/dev/null 2>&1 <<END ||
int $([ "$goal" = fuzz ] && echo LLVMFuzzerTestOneInput || echo main)(void) { return 0; }
END
	skip "clang has no $what (Debian has it in libclang-rt-dev)"
