#!/bin/sh
# Prints the interpreters to be found here, one command a line, the default first, each real
# executable once; with --missing the CPython versions from 3.6 to 3.15 that are not among them;
# with --headers DIR it makes DIR/VERSION, DIR/pypyVERSION a link to the headers of each, if there
# are candidates that it has not seen, and prints DIR's absolute path. A link that leads somewhere is
# left alone, since others may be using it.
set -u
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P) || exit 2

candidates() {
	command -v python3
	command -v pypy3
	ls -d /usr/bin/python3 /usr/bin/python3.[0-9] /usr/bin/python3.[0-9][0-9] /usr/local/bin/python3 \
		"${PYENV_ROOT:-$HOME/.pyenv}"/versions/*/bin/python3 \
		"$root"/build/loaders/python3.[0-9]* "$root"/build/loaders/pypy3* 2>/dev/null
}

# COMMAND, EXECUTABLE, IMPLEMENTATION, VERSION of each that answers and is no Python 2
found() {
	candidates | while IFS= read -r command; do
		[ -f "$command" ] && [ -x "$command" ] || continue
		"$command" -I -S -c 'import os, sys
if sys.version_info >= (3, 6):
    print(sys.argv[1], os.path.realpath(sys.executable), sys.implementation.name,
          "%d.%d" % sys.version_info[:2], sep="\t")' "$command" 2>/dev/null
	done | awk -F '\t' '!seen[$2]++'
}

# IMPLEMENTATION VERSION INCLUDE, of the interpreters that have all their headers in one folder
link_headers() {
	found | while IFS='	' read -r command _ name version; do
		include=$("$command" -I -S -c 'import sysconfig
print(sysconfig.get_paths()["include"])' 2>/dev/null)
		[ "$name" != cpython ] || name=''
		[ ! -f "$include/Python.h" ] || [ ! -f "$include/pyconfig.h" ] || [ -e "$1/$name$version" ] ||
			ln -sfn "$include" "$1/$name$version"
	done
}

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
*) found | cut -f 1 ;;
esac
