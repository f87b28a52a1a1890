# shellcheck shell=sh disable=SC2154 # the variables are those of loaders.sh
summary="Pyodide 314 (CPython 3.14 as WebAssembly) from npm, run by node, with an older emcc"
names=pyodide kind=costly
pyodide=314.0.7 python=3.14

# compiler_of_side_modules: sets cc to emcc without the options that only ELF has. Pyodide is made with
# emcc 5.0.3, which Debian lacks; what another one compiles of C alone can be loaded all the same.
compiler_of_side_modules() {
	needs emcc
	cc=$work/emcc
	cat >"$cc" <<-'END'
	#!/bin/sh
	for word; do
		shift
		case $word in
		-fplt | -fsemantic-interposition | -Wl,*) continue ;;
		-shared) word=-sSIDE_MODULE=1 ;;
		esac
		set -- "$@" "$word"
	done
	exec emcc "$@"
	END
	chmod +x "$cc"
}

# headers: those of Debian's package, with the sizes of WebAssembly's types
headers() {
	apt_open sid "$native"
	fetch '' "libpython$python-dev"
	unpack
	headers_of "python$python"
	sed -i 's/^#define \(SIZEOF\|ALIGNOF\)_\(LONG\|SIZE_T\|UINTPTR_T\|VOID_P\|PTHREAD_T\) 8$/#define \1_\2 4/
		/HAVE_GCC_UINT128_T/d' "$root/usr/include/python$python/pyconfig.h"
}

make_loaders() {
	needs node npm
	compiler_of_side_modules
	headers
	(cd "$work" && npm pack --silent "pyodide@$pyodide" && tar -xzf "pyodide-$pyodide.tgz") >>"$log" 2>&1 ||
		skip "npm cannot fetch pyodide ($(why))"
	cp "$here/pyodide.mjs" "$work/"
	put_script pyodide "PYODIDE_HEADERS='$root/usr' PYODIDE_EXECUTABLE='$loaders/pyodide' \
exec node '$work/pyodide.mjs' '$work/package' \"\$@\"" \
		--cc "$cc" --level required --timeout-scale 8
}
