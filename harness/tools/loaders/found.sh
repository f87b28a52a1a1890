#!/bin/sh
# Prints the interpreters found on this machine that run here without an emulator, one command a line,
# the default first, each real executable once. Of those that `make loaders` made it prints the
# packages'; builds from source are tested by `make check-all`.
#
#	--names         prints COMMAND and a name like cpython-3.11.2, with a tab between them, only of
#	                those that `make loaders` did not make
#	--missing       prints the CPython versions from 3.6 to 3.15 that were not found
#	--headers DIR   links the headers of each to DIR/VERSION or DIR/pypyVERSION, prints DIR's
#	                absolute path
#
# --headers looks for interpreters only if there are new candidates. It keeps each link whose target
# exists, because another run may be using it.
set -u
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P) || exit 2

candidates() {
	command -v python3
	command -v pypy3
	ls -d /usr/bin/python3 /usr/bin/python3.[0-9] /usr/bin/python3.[0-9][0-9] /usr/local/bin/python3 \
		"${PYENV_ROOT:-$HOME/.pyenv}"/versions/*/bin/python3 2>/dev/null
	[ -n "$machine" ] || [ ! -d "$root/build" ] || # an installed copy has none
		sh "$root/harness/tools/loaders/loaders.sh" "$root/build" made package
}

# prints COMMAND, EXECUTABLE, IMPLEMENTATION, VERSION, ABI, NAME of each candidate that runs Python 3;
# ABI is `+` unless its headers can stand for the version: they are for a debug build or 32 bits
found() {
	candidates | while IFS= read -r command; do
		[ -f "$command" ] && [ -x "$command" ] || continue
		"$command" -I -S -c 'import os, sys
plain = getattr(sys, "abiflags", "") in ("", "m") and sys.maxsize.bit_length() + 1 == int(sys.argv[2])
if sys.version_info >= (3, 6):
    name = sys.implementation.name
    print(sys.argv[1], os.path.realpath(sys.executable), name, "%d.%d" % sys.version_info[:2],
          "." if plain else "+", "%s-%d.%d.%d" % ((name,) + sys.version_info[:3]), sep="\t")' "$command" "$(getconf LONG_BIT)" 2>/dev/null
	done | awk -F '\t' '!seen[$2]++'
}

# link_headers DIR: links the headers of each interpreter that has all of them in one folder
link_headers() {
	found | awk -F '\t' '$5 == "."' | while IFS='	' read -r command _ name version _; do
		include=$("$command" -I -S -c 'import sysconfig
print(sysconfig.get_paths()["include"])' 2>/dev/null)
		[ "$name" != cpython ] || name=''
		[ ! -f "$include/Python.h" ] || [ ! -f "$include/pyconfig.h" ] || [ -e "$1/$name$version" ] ||
			ln -sfn "$include" "$1/$name$version"
	done
}

machine=''
case ${1-} in
--headers)
	mkdir -p "$2" && dir=$(cd "$2" && pwd -P) || exit 2
	: >>"$dir/.candidates"
	new=$(candidates | xargs ls -dlL 2>/dev/null | grep -vxF -f "$dir/.candidates")
	if [ -n "$new" ]; then
		link_headers "$dir"
		printf '%s\n' "$new" >>"$dir/.candidates"
	fi
	printf '%s\n' "$dir"
	;;
--missing)
	have=" $(found | awk -F '\t' '$3 == "cpython" { printf "%s ", $4 }')"
	for version in 3.6 3.7 3.8 3.9 3.10 3.11 3.12 3.13 3.14 3.15; do
		case $have in *" $version "*) ;; *) printf '%s\n' "$version" ;; esac
	done
	;;
--names) machine=1 && found | awk -F '\t' '{ n = ++seen[$6]; print $1 "\t" $6 (n > 1 ? "-" n : "") }' ;;
*) found | cut -f 1 ;;
esac
