#!/bin/sh
# Sees to it that what the suite is built with is there: harness/bootstrap.sh [conform's OPTIONS].
# What is missing is installed through apt-get, by root or by a sudo that does not ask, unless
# CONFORM_NO_INSTALL=1; otherwise it is named, and the status is 2. Silent if nothing is missing.
set -u

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P) || exit 2
stamp=$root/build/.bootstrap # lines "LOADER PATH INCLUDE": interpreters whose Python.h was found
tab=$(printf '\t')

have() { command -v "$1" >/dev/null 2>&1; }
need() { case " $packages " in *" $1 "*) ;; *) packages="$packages $1" ;; esac; }
header() { echo "#include <$1>" | ${CC:-cc} -E -x c - >/dev/null 2>&1 || need "$2"; }

# Python.h of one interpreter. Other programs than Python are nobody's business here; behind a shim
# there may be another interpreter the next time, so it is asked each time.
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
	include=$("$1" -c 'import sysconfig; print(sysconfig.get_paths()["include"])' 2>/dev/null)
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

# The program of a --loader: all of it if that is a file, else its first word. What is quoted is left
# to conform.
program() {
	if [ -f "$1" ] && [ -x "$1" ]; then printf '%s\n' "$1" && return; fi
	case $1 in *[\'\"\\]*) ;; *) printf '%s\n' "${1%% *}" ;; esac
}

look() {
	packages='' others='' named='' next=''
	if [ -n "${CC:-}" ]; then have "${CC%% *}" || others=" $CC"
	else have cc || need 'gcc libc6-dev'; fi
	have make || need make
	if ! have pkg-config || ! pkg-config --exists cunit jansson libelf; then
		have pkg-config || need pkg-config
		header CUnit/Basic.h libcunit1-dev
		header jansson.h libjansson-dev
		header gelf.h libelf-dev
	fi
	for arg in "$@"; do
		case $next$arg in
		--loader) next=: && continue ;;
		--loader=* | :*) named=1 arg=${arg#--loader=} next='' && interpreter "$(program "$arg")" ;;
		esac
	done
	[ -n "$named" ] || interpreter python3
	[ -z "$packages$others" ]
}

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
[ -z "$others" ] || echo "missing:$others" >&2
[ -z "$packages" ] ||
	printf 'missing; install with:\n    sudo apt-get install -y%s\n' "$packages" >&2
exit 2
