# shellcheck shell=sh
summary="CPython 3.13 with the C library musl"
names=musl kind=source

make_loaders() {
	needs gcc
	apt_open bookworm "$native"
	fetch '' 'musl musl-dev musl-tools'
	unpack
	# the compiler's script and specs name files by their paths
	specs=$(echo "$root"/usr/lib/*/musl-gcc.specs)
	sed "s|\([ =]\)/|\1$root/|g" "$specs" >"$work/specs"
	script "$work/musl-gcc" "exec \"\${REALGCC:-gcc}\" \"\$@\" -specs '$work/specs'"
	CC=$work/musl-gcc
	build trixie python3.13
	put musl "$program" --cc "$CC"
}
