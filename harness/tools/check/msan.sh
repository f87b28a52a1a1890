#!/bin/sh
# Can clang build programs with MemorySanitizer here? If not, prints the reason; status 1.
set -u

skip() {
	echo "msan: skipped, $*"
	echo '0 passed, 0 failed'
	exit 1
}

command -v clang >/dev/null 2>&1 || skip 'there is no clang'
# no pipe: a clang that ends without reading would make the writer complain
clang -fsanitize=memory -x c - -o /dev/null >/dev/null 2>&1 <<'END' ||
int main(void) { return 0; }
END
	skip 'clang has no MemorySanitizer (Debian has it in libclang-rt-dev)'
