#!/bin/sh
# Checks that everything a command needs is installed, and installs what is missing:
#
#	harness/tools/setup/bootstrap.sh [--for WHAT] [conform's OPTIONS]
#
# WHAT is build (the harness only), run (the default: also the interpreters that the OPTIONS name,
# or python3), asan, mutants, or check. Missing packages are installed with apt-get, by root or with
# a sudo that needs no password, unless CONFORM_NO_INSTALL=1. If that is not possible, one line
# names them, and the status is 2. Prints nothing if nothing is missing.
set -u

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P) || exit 2
case ${B:=build} in /*) ;; *) B=$root/$B ;; esac
stamp=$B/.bootstrap # lines "LOADER PATH INCLUDE": interpreters whose Python.h was found
tab=$(printf '\t')

have() { command -v "$1" >/dev/null 2>&1; }
need() { case " $packages " in *" $1 "*) ;; *) packages="$packages $1" ;; esac; }
header() {
	${CC:-cc} -E -x c - >/dev/null 2>&1 <<-EOF || need "$2"
		#include <$1>
	EOF
}

# Checks an interpreter and its Python.h. Programs other than Python are not checked. A shim can
# start another interpreter the next time, so its answer is not kept in the stamp.
interpreter() {
	case ${1##*/} in python* | pypy*) ;; *) return ;; esac
	if ! have "$1"; then
		case $1 in
		python3 | pypy3) need "$1" && need "$1-dev" ;;
		*) others="$others $1" ;;
		esac
		return
	fi
	path=$(readlink -f "$(command -v "$1")")
	include=$(grep -sF "$1$tab$path$tab" "$stamp" | tail -n 1)
	include=${include##*"$tab"}
	[ -n "$include" ] && [ -e "$include/Python.h" ] && return
	include=$("$1" -E -c 'import sysconfig; print(sysconfig.get_paths()["include"])' 2>/dev/null)
	if [ -e "$include/Python.h" ]; then
		case $path in */shims/* | */pyenv) return ;; esac
		mkdir -p "${stamp%/*}" && printf '%s\t%s\t%s\n' "$1" "$path" "$include" >>"$stamp"
		return
	fi 2>/dev/null
	case $path in
	/usr/bin/python3.*) need "${path##*/}-dev" ;;
	/usr/bin/pypy3* | /usr/lib/pypy3*) need pypy3-dev ;;
	*) others="$others ${include:-the headers of $1}/Python.h" ;;
	esac
}

# Prints the program of a --loader: all of the value if that is a file, otherwise its first word.
# Prints nothing for a value with quotes, which conform has to parse.
program() {
	if [ -f "$1" ] && [ -x "$1" ]; then printf '%s\n' "$1" && return; fi
	case $1 in *[\'\"\\]*) ;; *) printf '%s\n' "${1%% *}" ;; esac
}

# checks what the harness itself is built with
harness() {
	if [ -n "${CC:-}" ]; then have "${CC%% *}" || others=" $CC"
	else have cc || need 'gcc libc6-dev'; fi
	have make || need make
	if ! have pkg-config || ! pkg-config --exists cunit jansson libelf libzip; then
		have pkg-config || need pkg-config
		header CUnit/Basic.h libcunit1-dev
		header jansson.h libjansson-dev
		header gelf.h libelf-dev
		header zip.h libzip-dev
	fi
}

# checks the interpreters that conform's options name
loaders() {
	named='' next=''
	for arg in "$@"; do
		case $next$arg in
		--loader) next=: && continue ;;
		--loader=* | :*) named=1 arg=${arg#--loader=} next='' && interpreter "$(program "$arg")" ;;
		esac
	done
	[ -n "$named" ] || interpreter python3
}

# checks that the compiler has the sanitizers: gcc has them always, other compilers may not
sanitizers() {
	! have "${CC:-cc}" ||
		${CC:-cc} -x c - -fsanitize=address,undefined -o /dev/null >/dev/null 2>&1 <<-EOF ||
			int main(void) { return 0; }
		EOF
		others="$others the sanitizers of ${CC:-cc}"
}

look() {
	packages='' others=''
	harness
	[ "$what" = build ] || loaders "$@"
	[ "$what" != check ] || interpreter python3
	case $what in
	check | mutants) have patch || need patch ;;
	asan) sanitizers ;;
	esac
	[ -z "$packages$others" ]
}

what=run
[ "${1-}" != --for ] || { what=$2 && shift 2; }
case $what in
build | run | asan | mutants | check) ;;
*) echo "bootstrap: unknown word '$what' after --for" >&2 && exit 2 ;;
esac
look "$@" && exit 0
sudo=''
[ "$(id -u)" = 0 ] || sudo='sudo -n'
if [ -n "$packages" ] && [ "${CONFORM_NO_INSTALL:-}" != 1 ] && have apt-get &&
	$sudo true 2>/dev/null; then
	echo "installing$packages" >&2
	$sudo apt-get update >&2 || echo 'the package lists may be out of date' >&2
	# shellcheck disable=SC2086 # a list
	$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
		$packages >&2 && look "$@" && exit 0
fi
with="with: sudo apt-get install -y$packages"
case $others,$packages in
,*) echo "missing; install $with" ;;
*,) echo "missing:$others" ;;
*) echo "missing:$others; install the rest $with" ;;
esac >&2
exit 2
