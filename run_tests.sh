#!/bin/sh
# Builds what is needed and runs the suite: ./run_tests.sh --help. The working directory stays the
# caller's, so that relative paths in the options keep their meaning.
set -u

no() {
	printf 'run_tests.sh: %s\n' "$1" >&2
	exit 2
}

self=$0
while [ -L "$self" ]; do
	link=$(readlink "$self")
	case $link in
	/*) self=$link ;;
	*) self=$(dirname "$self")/$link ;;
	esac
done
root=$(CDPATH='' cd -- "$(dirname -- "$self")" && pwd -P) || exit 2

# with --build DIR the program is built in DIR, too
build=$root/build next=''
for arg in "$@"; do
	case $next$arg in
	--) break ;;
	--build) next=: && continue ;;
	--build=* | :*) build=${arg#--build=} next='' ;;
	esac
done
case $build in /*) ;; *) build=$PWD/$build ;; esac
# make knows the checkout's own folder by a relative path, whatever the checkout is called
case $build in
"$root/build") b=build ;;
*[!A-Za-z0-9_./@,+-]*) no "--build: make cannot build in '$build'; expected letters, digits and _./@,+-" ;;
*) b=$build ;;
esac

# the caller's umask may take away what the build needs
umask u+rwx
{ mkdir -p "$build" && [ -w "$build" ]; } 2>/dev/null ||
	no "cannot write into $build; --build DIR names another folder"
# A make that runs this script passes options on, and a user may have options for every make, some
# of which make nothing (n, q, t). They are not for this make.
unset MAKEFLAGS MFLAGS GNUMAKEFLAGS MAKEFILES MAKELEVEL MAKEOVERRIDES
B=$b sh "$root/harness/tools/setup/bootstrap.sh" "$@" || exit 2
[ -x "$build/conform" ] || [ ! -t 2 ] || echo 'building the suite itself' >&2
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null) || jobs=1
make -s -j"$jobs" -C "$root" B="$b" FOR= all >&2 || exit 2
[ -x "$build/conform" ] || no "make did not make $build/conform, with the compiler '${CC:-cc}'"
exec "$build/conform" "$@"
