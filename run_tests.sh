#!/bin/sh
# Builds what is needed and runs the suite: ./run_tests.sh --help. The working directory stays the
# caller's, so that relative paths in the options keep their meaning.
set -u

self=$0
while [ -L "$self" ]; do
	link=$(readlink "$self")
	case $link in
	/*) self=$link ;;
	*) self=$(dirname "$self")/$link ;;
	esac
done
root=$(CDPATH='' cd -- "$(dirname -- "$self")" && pwd -P) || exit 2

sh "$root/harness/tools/setup/bootstrap.sh" "$@" || exit 2
[ -x "$root/build/conform" ] || [ ! -t 2 ] || echo 'building the suite itself' >&2
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null) || jobs=1
# a make that runs this script passes options on; they are not for this make
MAKEFLAGS='' MAKELEVEL='' make -s -j"$jobs" -C "$root" FOR= all >&2 || exit 2
exec "$root/build/conform" "$@"
