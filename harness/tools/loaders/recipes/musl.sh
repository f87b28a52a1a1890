# shellcheck shell=sh
summary="CPython 3.13 with the C library musl"
names=musl kind=source

make_loaders() {
	needs gcc
	apt_open bookworm "$native"
	fetch '' 'musl musl-dev musl-tools'
	unpack
	# the compiler's specs and the link to the dynamic linker name files by their paths
	specs=$(echo "$root"/usr/lib/*/musl-gcc.specs)
	ld=$(echo "$root"/usr/lib/ld-musl-*)
	tuple=$(basename "$(dirname "$specs")")
	sed "s|\([ =L]\)/|\1$root/|g" "$specs" >"$work/specs"
	ln -sf "$tuple/libc.so" "$ld"
	script "$work/musl-gcc" "[ \"\$*\" != --print-multiarch ] || exec echo $tuple
exec gcc \"\$@\" -specs '$work/specs'"
	CC=$work/musl-gcc
	# the machine's libraries are for another C library
	export PKG_CONFIG_LIBDIR="$work/none"
	build trixie python3.13
	put musl "$program" --cc "$CC"
}
