#!/bin/sh
# Does the suite catch broken loaders? Applies each of harness/reference/mutants/*.patch to a copy of
# the reference loader, builds it, runs the whole suite with it, and prints which cases catch which:
#
#	harness/tools/mutants/mutants.sh [--quick] [--matrix FILE] [NAME]...       LOADER=python3 WORKERS=N
#
# A patch's first line says what a user would see. If its second line is `needs: py>=3.15`, it is
# run under an interpreter of which that is true, skipped if there is none. With --quick the cases that
# name the mutant run first, and the others only if none of these fails.
# Status 0: all are caught, and by the cases that name them; 1: not so, or one could not be judged;
# 2: the reference loader itself does not pass.
set -u

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P) || exit 2
cd "$root" || exit 2
patches=harness/reference/mutants
out=build/mutants
# the table takes a loader that fails these and the cases that name it for broken altogether
plain='dlopen/directory dlopen/empty-file hook/plain-name import/find-spec multiphase-life/two-modules-one-def
	singlephase-failure/raises-import-error singlephase-again/stateless-init-again'

# run DIR [CASE...]: what is in DIR/harness/reference, as a plug-in of the interpreter that DIR/loader
# names, for all cases unless some are given
run() {
	dir=$1 && shift
	IFS='	' read -r loader include ext <"$dir/loader"
	make -s -f "$dir/harness/reference/reference.mk" OUT="$dir" CFLAGS=-O1 INCLUDE="$include" \
		EXT="$ext" >"$dir/build.log" 2>&1 || return 3
	build/conform -q -j1 --loader "$loader" --plugin "$dir/reference$ext" --target reference \
		--level detail --timeout-scale 0.5 -o "json:$dir/report.json" "$@" >"$dir/run.log" 2>&1
}

# the cases that name a mutant
named() {
	grep -El "^mutant:(.* )?$1( |\$)" cases/*/*.case | sed 's,^cases/,,; s,\.case$,,'
}

# run_named DIR [CASE...]: with --quick those cases first, and all unless one of them has failed
run_named() {
	if [ -n "$QUICK" ] && [ $# -gt 1 ]; then
		# shellcheck disable=SC2086 # several cases
		run "$@" $plain
		[ $? -ne 1 ] || return 1
	fi
	run "$1"
}

# mutant NAME: leaves report.json, fault or skip
mutant() {
	dir=$out/$1 base=$(cat "$out/$1/base")
	[ -n "$base" ] || return 0
	cp -pR "$base/harness" "$base/obj"* "$base/loader" "$dir/"
	if ! patch -p1 -s -N --no-backup-if-mismatch -d "$dir" <"$patches/$1.patch" \
		>"$dir/patch.log" 2>&1; then
		echo 'the patch does not apply' >"$dir/fault"
		return 0
	fi
	# shellcheck disable=SC2046 # several cases
	run_named "$dir" $(named "$1")
	case $? in
	0 | 1) ;;
	3) echo "does not build: $(grep -m 1 error "$dir/build.log")" >"$dir/fault" ;;
	*) echo "its run is not complete: $(tail -n 1 "$dir/run.log")" >"$dir/fault" ;;
	esac
}

# is NEED (py>=3.15, py<3.12, or nothing) true of the interpreter, and can the reference run there?
satisfies() {
	"$1" -I -S -c 'import sys
v, need = sys.version_info[:3], sys.argv[1]
n = tuple(int(x) for x in need.lstrip("py>=<").split(".")) if need else (3, 8)
sys.exit(not (sys.implementation.name == "cpython" and v >= (3, 8) and
              (v < n if "<" in need else v >= n)))' "$2" 2>/dev/null
}

candidates() {
	command -v "${LOADER:-python3}"
	[ -z "$1" ] || ls -d build/loaders/python3.14 build/loaders/python3.15 2>/dev/null
	[ -z "$1" ] || sh harness/tools/loaders/found.sh
}

# the interpreter itself: a script in front of it would be run a thousand times
facts() {
	"$1" -I -c 'import sys, sysconfig
print(sys.executable, sysconfig.get_path("include") + " " + sysconfig.get_path("platinclude"),
      sysconfig.get_config_var("EXT_SUFFIX"), sep="\t")'
}

# prepare NEED: the reference under the first interpreter that will do; sets base, empty if none
prepare() {
	base=$out/.reference-$(printf %s "$1" | tr '<>=' 'le_')
	[ ! -d "$base" ] || return 0
	found=$(candidates "$1" | while IFS= read -r loader; do
		! satisfies "$loader" "$1" || { printf %s "$loader" && break; }
	done)
	[ -n "$found" ] || { base='' && return 0; }
	mkdir -p "$base/harness"
	cp -pR harness/reference "$base/harness/"
	facts "$found" >"$base/loader"
	if ! run "$base"; then
		cat "$base/build.log" "$base/run.log"
		echo "mutants: the reference loader itself does not pass under $found"
		exit 2
	fi
}

assign() {
	rm -rf "${out:?}/$1"
	mkdir -p "$out/$1"
	[ -r "$patches/$1.patch" ] || { echo "mutants: there is no $patches/$1.patch" && exit 2; }
	need=$(sed -n '2s/^needs: *//p' "$patches/$1.patch")
	echo "$need" | grep -Eqx '(py(>=|<)3(\.[0-9]+)+)?' ||
		{ echo "unknown need '$need'" >"$out/$1/fault" && need=''; }
	prepare "$need"
	echo "$base" >"$out/$1/base"
	[ -n "$base" ] || echo "no CPython here with $need" >"$out/$1/skip"
}

if [ "${1-}" = --one ]; then
	mutant "$2"
	exit 0
fi
matrix='' how='' QUICK=''
[ "${1-}" != --quick ] || { QUICK=1 how=--brief && shift; }
export QUICK
[ "${1-}" != --matrix ] || { matrix=${2:?--matrix needs a file} && shift 2; }
if [ $# -gt 0 ]; then
	how=--brief
else
	for patch in "$patches"/*.patch; do
		patch=${patch##*/}
		set -- "$@" "${patch%.patch}"
	done
fi
command -v patch >/dev/null || { echo 'mutants: needs the program patch' && exit 2; }
[ -x build/mutant_table ] || { echo 'mutants: build/mutant_table is missing, use make mutants' && exit 2; }
mkdir -p "$out"
# two runs at a time would remove each other's files
if command -v flock >/dev/null; then
	exec 9>"$out/.lock"
	flock -n 9 || { echo 'mutants: waiting for another run to end' >&2 && flock 9; }
fi
rm -rf "$out"/.reference-*
for name in "$@"; do assign "$name"; done
printf '%s\n' "$@" | xargs -n 1 -P "${WORKERS:-$(nproc 2>/dev/null || echo 2)}" sh harness/tools/mutants/mutants.sh --one
[ -z "$matrix" ] || build/mutant_table --matrix "$patches" "$out" "$@" >"$matrix"
# shellcheck disable=SC2086 # an option or nothing
build/mutant_table $how "$patches" "$out" "$@"
