#!/bin/sh
# Does the suite catch broken loaders? Applies each of harness/reference/mutants/*.patch to a copy of
# the reference loader, builds it, runs the whole suite with it, and prints which cases catch which.
# Does the same with each plug-in harness/reference/around/*.py, which puts a fault into the
# interpreter's own import system:
#
#	harness/tools/mutants/mutants.sh [--quick] [--matrix FILE] [NAME]...       LOADER=python3 WORKERS=N
#	harness/tools/mutants/mutants.sh --explore SECONDS [NAME]...
#
# The first line of both says what a user would see. If the second line is `needs: py>=3.15` (or py<3.15,
# gil=0, gil=1, debug=0, debug=1, or several of these with && and ||), it is run under an interpreter of
# which that is true, skipped if there is none; a plug-in that harness/reference/around/OPEN names is skipped,
# too, unless NAME chooses it. If the second or third line is `level: required`, the wording of messages
# may not be what gives it away. With --quick the cases that name the mutant run first, and the others
# only if none of these fails. With --explore no case runs: `conform explore` has so many seconds to
# tell each broken loader from the right one.
# Status 0: all are caught, and (but under a debug build or one without GIL) by the cases that name
# them; 1: not so, or one could not be judged;
# 2: the reference loader, or a plug-in without a fault, does not pass.
set -u

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P) || exit 2
cd "$root" || exit 2
patches=harness/reference/mutants
around=harness/reference/around
out=build/mutants
# the table takes a loader that fails these and the cases that name it for broken altogether
plain='dlopen/directory dlopen/empty-file hook/plain-name import/find-spec multiphase-life/two-modules-one-def
	singlephase-failure/raises-import-error singlephase-again/stateless-init-again'

# plugin DIR: prints the plug-in that DIR/plugin names, or else the one built from DIR/harness/reference
plugin() {
	[ ! -r "$1/plugin" ] || { cat "$1/plugin" && return; }
	IFS='	' read -r loader include ext <"$1/loader"
	make -s -f "$1/harness/reference/reference.mk" OUT="$1" CFLAGS=-O1 \
		INCLUDE="$include" EXT="$ext" >"$1/build.log" 2>&1 || return 3
	echo "$1/reference$ext"
}

# run DIR [CASE...]: its plug-in under the interpreter that DIR/loader names, for all cases unless some
# are given
run() {
	dir=$1 && shift
	IFS='	' read -r loader include ext <"$dir/loader"
	of_dir=$(plugin "$dir") || return 3
	[ -r "$dir/plugin" ] || set -- --target reference "$@"
	set -- --plugin "$of_dir" "$@"
	build/conform -q -j1 --loader "$loader" --level "$(cat "$dir/level")" --timeout-scale 0.5 \
		-o "json:$dir/report.json" "$@" >"$dir/run.log" 2>&1
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

# explored DIR BASE: does explore tell the plug-ins of the two apart?
explored() {
	IFS='	' read -r loader include ext <"$1/loader"
	right=$(plugin "$2") && wrong=$(plugin "$1") || return 3
	build/conform explore -j1 -x --loader "$loader" --plugin "$right" --plugin "$wrong" \
		--level "$(cat "$1/level")" --seconds "$EXPLORE" --seed 1 >"$1/explore.log" 2>&1
}

# mutant NAME: leaves report.json (of explore: explore.log), fault or skip
mutant() {
	dir=$out/$1 base=$(cat "$out/$1/base")
	[ -n "$base" ] || return 0
	cp -p "$base/loader" "$dir/"
	[ -r "$dir/plugin" ] || cp -pR "$base/harness" "$base/obj"* "$dir/"
	if [ ! -r "$dir/plugin" ] && ! patch -p1 -s -N --no-backup-if-mismatch -d "$dir" <"$patches/$1.patch" \
		>"$dir/patch.log" 2>&1; then
		echo 'the patch does not apply' >"$dir/fault"
		return 0
	fi
	# shellcheck disable=SC2046 # several cases
	if [ -n "$EXPLORE" ]; then
		explored "$dir" "$base"
	else
		run_named "$dir" $(named "$1")
	fi
	case $? in
	0 | 1) ;;
	3) echo "does not build: $(grep -m 1 error "$dir/build.log")" >"$dir/fault" ;;
	*) echo "its run is not complete: $(tail -qn 1 "$dir"/*.log)" >"$dir/fault" ;;
	esac
}

# is NEED (such as py>=3.12 && gil=1, or nothing) true of the interpreter, and can the
# reference run there?
satisfies() {
	"$1" -I -S -c 'import sys
v, flags = sys.version_info[:3], getattr(sys, "abiflags", "")
of_build = {"gil": "t" not in flags, "debug": "d" in flags}
def true(need):
    if not need:
        return True
    word, _, value = need.partition("=")
    if word in of_build:
        return of_build[word] == (value == "1")
    n = tuple(int(x) for x in need.lstrip("py>=<").split("."))
    return v < n if "<" in need else v >= n
sys.exit(not (sys.implementation.name == "cpython" and v >= (3, 8) and
              any(all(map(true, both.split(" && "))) for both in sys.argv[1].split(" || "))))' "$2" 2>/dev/null
}

candidates() {
	command -v "${LOADER:-python3}"
	[ -z "$1" ] || ls -d build/loaders/python3.14 build/loaders/python3.15 2>/dev/null
	[ -z "$1" ] || sh harness/tools/loaders/found.sh
	case " $1 " in *' gil=0 '*) ls -d build/loaders/python3.1[3-9]t 2>/dev/null ;; esac
}

# the interpreter itself: a script in front of it would be run a thousand times
facts() {
	"$1" -I -c 'import sys, sysconfig
print(sys.executable, sysconfig.get_path("include") + " " + sysconfig.get_path("platinclude"),
      sysconfig.get_config_var("EXT_SUFFIX"), sep="\t")'
}

# prepare NEED KIND: the reference, or a plug-in without a fault, under the first interpreter that will
# do, once for each interpreter; sets base, empty if none
prepare() {
	answer=$out/.$2-$(printf %s "$1" | tr '<>=&| ' 'le_ao+')
	if [ -f "$answer" ]; then
		base=$(cat "$answer")
		return
	fi
	found=$(candidates "$1" | while IFS= read -r loader; do
		! satisfies "$loader" "$1" || { printf %s "$loader" && break; }
	done)
	base=${found:+$out/.$2-under$(printf %s "$found" | tr / _)}
	echo "$base" >"$answer"
	if [ -z "$base" ] || [ -d "$base" ]; then
		return
	fi
	mkdir -p "$base/harness"
	case $2 in
	around) echo "$around/common/change.py" >"$base/plugin" ;;
	*) cp -pR harness/reference "$base/harness/" ;;
	esac
	facts "$found" >"$base/loader"
	echo detail >"$base/level"
	if [ -n "$EXPLORE" ] && plugin "$base" >/dev/null; then
		return
	fi
	if ! run "$base"; then
		cat "$base/"*.log
		echo "mutants: without a fault, the $2 loader itself does not pass under $found"
		exit 2
	fi
}

assign() {
	rm -rf "${out:?}/$1"
	mkdir -p "$out/$1"
	file=$patches/$1.patch kind=reference
	[ -r "$file" ] || file=$around/$1.py kind=around
	[ -r "$file" ] || { echo "mutants: there is no $patches/$1.patch, and no $file" && exit 2; }
	[ $kind != around ] || echo "$file" >"$out/$1/plugin"
	if [ -n "$all" ] && grep -qx "$1" "$around/OPEN" 2>/dev/null; then
		: >"$out/$1/base"
		echo 'no case catches it yet' >"$out/$1/skip"
		return
	fi
	echo detail >"$out/$1/level"
	! sed -n 2,3p "$file" | grep -Eqx '(# )?level: required' || echo required >"$out/$1/level"
	need=$(sed -n '2s/^\(# \)\{0,1\}needs: *//p' "$file")
	fact='(py(>=|<)3(\.[0-9]+)+|gil=[01]|debug=[01])'
	echo "$need" | grep -Eqx "($fact( (&&|[|][|]) $fact)*)?" ||
		{ echo "unknown need '$need'" >"$out/$1/fault" && need=''; }
	prepare "$need" "$kind"
	echo "$base" >"$out/$1/base"
	[ -n "$base" ] || echo "no CPython here with $need" >"$out/$1/skip"
}

QUICK=${QUICK-} EXPLORE=${EXPLORE-}
if [ "${1-}" = --one ]; then
	mutant "$2"
	exit 0
fi
matrix='' how='' all='' QUICK='' EXPLORE=''
[ "${1-}" != --explore ] || { EXPLORE=${2:?--explore needs a number of seconds} && shift 2; }
[ "${1-}" != --quick ] || { QUICK=1 how=--brief && shift; }
export QUICK EXPLORE
[ "${1-}" != --matrix ] || { matrix=${2:?--matrix needs a file} && shift 2; }
if [ $# -gt 0 ]; then
	how=--brief
else
	all=1
	for file in "$patches"/*.patch "$around"/*.py; do
		file=${file##*/}
		file=${file%.patch}
		set -- "$@" "${file%.py}"
	done
fi
command -v patch >/dev/null || { echo 'mutants: needs the program patch' && exit 2; }
# the keys of cases are written for a build with neither
if satisfies "${LOADER:-python3}" 'debug=1 || gil=0'; then
	how="$how --keys-told"
fi
[ -x build/mutant_table ] || { echo 'mutants: build/mutant_table is missing, use make mutants' && exit 2; }
mkdir -p "$out"
# two runs at a time would remove each other's files
if command -v flock >/dev/null; then
	exec 9>"$out/.lock"
	flock -n 9 || { echo 'mutants: waiting for another run to end' >&2 && flock 9; }
fi
rm -rf "$out"/.reference-* "$out"/.around-*
for name in "$@"; do assign "$name"; done
printf '%s\n' "$@" | xargs -n 1 -P "${WORKERS:-$(nproc 2>/dev/null || echo 2)}" sh harness/tools/mutants/mutants.sh --one
if [ -n "$EXPLORE" ]; then
	exec sh harness/tools/mutants/power.sh "$out" "$@"
fi
[ -z "$matrix" ] || build/mutant_table --matrix "$patches" "$around" "$out" "$@" >"$matrix"
# shellcheck disable=SC2086 # an option or nothing
build/mutant_table $how "$patches" "$around" "$out" "$@"
