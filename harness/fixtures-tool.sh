#!/bin/sh
# Makes a fixture that the compiler alone cannot make, in the folder of the products, for
# fixtures.mk:
#
#	fixtures-tool.sh TOOL SOURCE STEM OUTPUT SKIP
#
# TOOL is cxx, pybind11, cython, swig, cffi, rust, go, or headers:VERSION, which is C with the headers
# of another interpreter. STEM.rsp holds compiler and linker options. The FIX_ variables, INCLUDE and
# FOREIGN are those of fixtures.mk. Status 0: made; 3: the tool, or a tool that can make anything at
# all for these headers, is not to be had, and SKIP says so, beginning with the tag that a case
# needs; else: the fixture is wrong.
set -u

tool=$1 source=$2 stem=$3 output=$4 skip=$5
name=${source##*/} name=${name%.*}
work=$stem.work

lacks() {
	printf '%s\n' "$*" >"$skip"
	exit 3
}

# TAG COMMAND...: the first command there is goes to $program
need() {
	tag=$1 && shift
	for program in "$@"; do
		! command -v "$program" >/dev/null || return 0
	done
	lacks "$tag: none of the commands here: $*"
}

# COMPILER OPTIONS SOURCE OUTPUT [OPTION...]
compile() {
	compiler=$1 options=$2 from=$3 to=$4 && shift 4
	dirs=''
	for dir in $INCLUDE; do
		dirs="$dirs -isystem $dir"
	done
	# shellcheck disable=SC2086 # lists of words
	$compiler $options $dirs -I.src/include "$from" "$@" $FIX_LDFLAGS -o "$to"
}

cxx() {
	need needs-cxx "$FIX_CXX"
	options=$(printf '%s\n' "$FIX_CFLAGS" | sed 's/-std=c11/-std=c++14/')
	compile "$FIX_CXX" "$options" "$1" "$2" "@$stem.rsp"
}

# Does the tool make anything at all that compiles here? If not it is too old or too new for these
# headers, and nobody's mistake.
probe() {
	said=$("probe_$tool" 2>&1) || lacks "needs-$tool: what it makes does not compile for these" \
		"headers: $(printf '%s\n' "$said" | sed -n 's/.*error: //p' | head -n 1)"
}

make_pybind11() {
	cxx "$source" "$output"
}

probe_pybind11() {
	echo '#include <pybind11/pybind11.h>
PYBIND11_MODULE(probe, m) { m.doc() = ""; }' >"$work/probe.cc"
	cxx "$work/probe.cc" "$work/probe"
}

# SOURCE C: what it makes of the source
generate_cython() {
	"$program" -3 --fast-fail -o "$2" "$1"
}

empty_cython() {
	echo 'answer = 42' >"$1"
}

generate_swig() {
	"$program" -python -interface "$(basename "$1" .i)" -outdir "$work" -o "$2" "$1"
}

empty_swig() {
	echo '%module probe' >"$1"
}

generate_cffi() {
	"$program" -c 'import sys, runpy
runpy.run_path(sys.argv[1])["ffi"].emit_c_code(sys.argv[2])' "$1" "$2"
}

empty_cffi() {
	echo 'import cffi
ffi = cffi.FFI()
ffi.set_source("probe", "")' >"$1"
}

# What cffi makes needs an extension of cffi's own at run time: .cffi is a folder with the one that
# is for this interpreter. PyPy has it built in.
cffi_backend() {
	rm -rf .cffi .cffi.skip
	case $EXT in .pypy*) mkdir .cffi && return ;; esac
	for python in python3 /usr/bin/python3; do
		file=$("$python" -c 'import _cffi_backend, os, sys
print(os.path.join(os.path.dirname(_cffi_backend.__file__), "_cffi_backend" + sys.argv[1]))' \
			"$EXT" 2>/dev/null)
		[ ! -f "$file" ] || { mkdir -p .cffi && cp "$file" .cffi/ && return; }
	done
	echo "needs-cffi: there is no _cffi_backend$EXT" >.cffi.skip
}

make_generated() {
	"generate_$tool" "$source" "$work/$name.c" >"$work/log" || exit 1
	compile "$FIX_CC" "$FIX_CFLAGS -w" "$work/$name.c" "$output" "@$stem.rsp"
}

probe_generated() {
	from=$work/probe.${source##*.}
	"empty_$tool" "$from" && "generate_$tool" "$from" "$work/probe.c" &&
		compile "$FIX_CC" "$FIX_CFLAGS -w" "$work/probe.c" "$work/probe"
}

probe_cython() { probe_generated; }
probe_swig() { probe_generated; }
probe_cffi() { probe_generated; }

# A try costs seconds and would give the same again while nothing has changed.
state() {
	# shellcheck disable=SC2046 # a list
	ls -dlL "$FIX_TOOL" "$source" "$stem.rsp" "$(command -v "$program")" \
		$(for dir in $INCLUDE; do echo "$dir/Python.h"; done)
}

# with MAKE: a tool that may not be able to make anything here
try() {
	mkdir -p "$work"
	if [ -e "$skip" ] && state | cmp -s - "$work/state"; then
		exit 3
	fi
	rm -f "$skip"
	state >"$work/state"
	"$1" || { probe && exit 1; }
}

# The names of PyPy's functions, and the head of its objects, are others: pypy is set for it.
rust() {
	set --
	case $EXT in .pypy*) set -- --cfg pypy ;; esac
	rustc --edition 2018 --crate-type cdylib --crate-name "$name" -C opt-level=1 -C panic=abort \
		-C strip=symbols "$@" -o "$output" "$source"
}

# A package of one file, and one that tells where Python's headers are: in the environment they
# would be part of what Go's own runtime is cached for.
go_package() {
	mkdir -p "$work"
	cp "$source" "$work/$name.go"
	{
		echo 'package main'
		echo
		for dir in $INCLUDE "$PWD/.src/include"; do
			echo "// #cgo CFLAGS: -isystem $dir"
		done
		echo '// #cgo LDFLAGS: -Wl,--unresolved-symbols=ignore-all'
		echo 'import "C"'
	} >"$work/flags.go"
}

build_go() {
	to=$PWD/$output
	(cd "$work" && GO111MODULE=off GOFLAGS='' GOPROXY=off CGO_ENABLED=1 CC=$FIX_CC \
		GOCACHE=${GOCACHE:-$FOREIGN/../go-cache} \
		go build -buildmode=c-shared -o "$to" .)
}

case $tool in
headers:*)
	version=${tool#headers:}
	[ -e ".foreign/$version/Python.h" ] ||
		lacks "needs-headers: no interpreter found here has headers of $version"
	rm -f "$skip"
	INCLUDE=.foreign/$version
	compile "$FIX_CC" "$FIX_CFLAGS" "$source" "$output" "@$stem.rsp"
	;;
cxx)
	rm -f "$skip"
	cxx "$source" "$output"
	;;
pybind11)
	need needs-pybind11 "$FIX_CXX"
	echo '#if !__has_include(<pybind11/pybind11.h>)
#error
#endif' | $FIX_CXX -E -x c++ - >/dev/null 2>&1 || lacks 'needs-pybind11: it is not installed'
	try make_pybind11
	;;
cython)
	need needs-cython cython3 cython
	try make_generated
	;;
swig)
	need needs-swig swig swig4.0
	try make_generated
	;;
cffi)
	cffi_backend
	need needs-cffi python3
	for program in python3 /usr/bin/python3 lacking; do
		"$program" -c 'import cffi' 2>/dev/null && break
	done
	[ "$program" != lacking ] || lacks 'needs-cffi: it is not installed'
	try make_generated
	;;
rust)
	need needs-rust rustc
	rm -f "$skip"
	rust
	;;
go)
	need needs-go go
	rm -f "$skip"
	go_package
	build_go
	;;
*)
	echo "unknown tool '$tool'" >&2
	exit 1
	;;
esac
