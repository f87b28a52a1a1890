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
# gil=0, gil=1, debug=0, debug=1, os=windows, or several of these with && and ||), it is run under an
# interpreter of which that is true, skipped if there is none; a plug-in that harness/reference/around/OPEN names is skipped,
# too, unless NAME chooses it. If the second or third line is `level: required`, the wording of messages
# may not be what gives it away. With --quick the cases that name the mutant run first, and the others
# only if none of these fails. With --explore no case runs: `conform explore` has so many seconds to
# tell each broken loader from the right one. Under Windows' loader only the area `windows` runs, and the
# wording of messages counts for nothing: it is the one of Wine's texts.
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

# build DIR: the reference loader, from the copy of its sources in DIR, and DIR/compile, the command that
# makes it with a changed file
build() {
	make -s -f "$1/harness/reference/reference.mk" OUT="$1" CFLAGS=-O0 INCLUDE="$include" EXT="$ext" ${cc:+"CC=$cc"} \
		"$1/reference$ext" "$1/compile" >"$1/build.log" 2>&1
}

# change DIR PATCH: the reference loader of $base with a patch. Only what the patch touches is compiled.
change() {
	touched=$(sed -n 's,^+++ b/harness/reference/\([a-z_]*\.[ch]\).*,\1,p' "$2")
	case $touched in *reference.h*) touched=$(cd "$base/harness/reference" && echo ./*.[ch]) ;; esac
	for file in $touched; do cp "$base/harness/reference/$file" "$1/"; done
	if ! patch -p3 -s -N --no-backup-if-mismatch -d "$1" <"$2" >"$1/patch.log" 2>&1; then
		echo 'the patch does not apply' >"$1/fault"
		return 4
	fi
	read -r compile <"$base/compile"
	set -- "$1"
	for object in "$base/obj$ext"/*.o; do
		file=${object##*/} file=$1/${file%.o}.c
		if [ -f "$file" ]; then set -- "$@" "$file"; else set -- "$@" "$object"; fi
	done
	file=$1/reference$ext log=$1/build.log
	shift
	# shellcheck disable=SC2086 # a command and its options
	$compile -o "$file" "$@" >"$log" 2>&1 || return 3
}

# run DIR [CASE...]: the plug-in of DIR under the interpreter of $base, for all cases unless some are given
run() {
	dir=$1 plugin=$1/reference$ext
	shift
	read -r level <"$dir/level"
	case $ext in *.pyd) level=required && set -- --cc "$cc" "${@:-windows/*}" ;; esac
	if [ -r "$dir/plugin" ]; then
		read -r plugin <"$dir/plugin"
	else
		set -- --target reference "$@"
	fi
	build/conform -q "-j${JOBS:-1}" --loader "$loader" --plugin "$plugin" --level "$level" \
		--timeout-scale 0.5 -o "json:$dir/report.json" "$@" >"$dir/run.log" 2>&1
}

# run_named DIR: with --quick the cases that name it first, and all unless one of them has failed
run_named() {
	if [ -s "$1/named" ]; then
		read -r named <"$1/named"
		# shellcheck disable=SC2086 # several cases
		run "$1" $named $plain
		[ $? -ne 1 ] || return 1
	fi
	run "$1"
}

# explored DIR: does explore tell the plug-ins of DIR and of $base apart?
explored() {
	right=$base/reference$ext wrong=$1/reference$ext
	[ ! -r "$1/plugin" ] || { read -r right <"$base/plugin" && read -r wrong <"$1/plugin"; }
	read -r level <"$1/level"
	build/conform explore -j1 -x --loader "$loader" ${cc:+--cc "$cc"} --plugin "$right" --plugin "$wrong" \
		--level "$level" --seconds "$EXPLORE" --seed 1 >"$1/explore.log" 2>&1
}

# judge DIR: the plug-in of DIR; 3: it does not build, 4: the fault is told, otherwise as conform
judge() {
	[ -r "$1/plugin" ] || change "$1" "$patches/${1##*/}.patch" || return
	if [ -n "$EXPLORE" ]; then explored "$1"; else run_named "$1"; fi
}

# mutant NAME: leaves report.json (of explore: explore.log), fault or skip
mutant() {
	dir=$out/$1
	read -r base <"$dir/base"
	[ -n "$base" ] || return 0
	IFS='	' read -r loader include ext cc <"$base/loader"
	judge "$dir"
	case $? in
	0 | 1 | 4) ;;
	3) echo "does not build: $(grep -m 1 error "$dir/build.log")" >"$dir/fault" ;;
	*) echo "its run is not complete: $(tail -qn 1 "$dir"/*.log)" >"$dir/fault" ;;
	esac
}

# index NAME...: the cases that name each mutant, as a line of NAME/named
index() {
	printf '%s\n' "$@" | awk -v out="$out" '
		FNR == NR { named[$1] = ""; next }
		sub(/^mutant:/, "") {
			id = FILENAME
			gsub(/^cases\/|\.case$/, "", id)
			for (i = 1; i <= NF && $i != "--"; i++)
				if ($i in named)
					named[$i] = named[$i] " " id
		}
		END {
			for (name in named)
				if (named[name] != "") {
					print substr(named[name], 2) >(out "/" name "/named")
					close(out "/" name "/named")
				}
		}' - cases/*/*.case
}

# is NEED (such as py>=3.12 && gil=1, or nothing) true of the interpreter, and can the
# reference run there?
satisfies() {
	"$1" -I -S -c 'import sys
v, flags = sys.version_info[:3], getattr(sys, "abiflags", "")
of_build = {"gil": "t" not in flags, "debug": "d" in flags}
windows = sys.platform == "win32"
def true(need):
    if need in ("", "os=windows"):
        return True
    word, _, value = need.partition("=")
    if word in of_build:
        return of_build[word] == (value == "1")
    n = tuple(int(x) for x in need.lstrip("py>=<").split("."))
    return v < n if "<" in need else v >= n
sys.exit(not (sys.implementation.name == "cpython" and v >= (3, 8) and
              ("os=windows" in sys.argv[1]) == windows and
              any(all(map(true, both.split(" && "))) for both in sys.argv[1].split(" || "))))' "$2" 2>/dev/null
}

candidates() {
	case " $1 " in *' os=windows '*) ls -d build/loaders/windows-3.1[0-9] 2>/dev/null | sort -r && return ;; esac
	command -v "${LOADER:-python3}"
	[ -z "$1" ] || ls -d build/loaders/python3.14 build/loaders/python3.15 2>/dev/null
	[ -z "$1" ] || sh harness/tools/loaders/found.sh
	case " $1 " in *' gil=0 '*) ls -d build/loaders/python3.1[3-9]t 2>/dev/null ;; esac
}

# prints the interpreter itself, its headers, its suffix and its compiler, if it has one of its own. A
# script in front of the interpreter would be run a thousand times, but one for Windows needs its
# script; what it prints has its ends of lines, its drive for / and its separators
facts() {
	"$1" -I -c 'import sys, sysconfig
windows = sys.platform == "win32"
include = sysconfig.get_path("include") + " " + sysconfig.get_path("platinclude")
print(sys.argv[1] if windows else sys.executable,
      include.replace("Z:", "").replace("\\", "/") if windows else include,
      sysconfig.get_config_var("EXT_SUFFIX"), sys.argv[2], sep="\t", end="")' "$1" \
		"$(sh harness/tools/loaders/loaders.sh build options "$PWD/$1" | sed -n 's/^--cc //p')"
	echo
}

# prepare NEED KIND: the reference, or a plug-in without a fault, under the first interpreter that will
# do, once for each interpreter; sets base, empty if none
prepare() {
	answer=$out/.$2-
	[ -z "$1" ] || answer=$answer$(printf %s "$1" | tr '<>=&| ' 'le_ao+')
	if [ -f "$answer" ]; then
		read -r base <"$answer"
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
	mkdir -p "$base/harness/reference"
	facts "$found" >"$base/loader"
	IFS='	' read -r loader include ext cc <"$base/loader"
	echo detail >"$base/level"
	case $2 in
	around) echo "$around/common/change.py" >"$base/plugin" ;;
	*)
		cp -p harness/reference/*.[ch] harness/reference/reference.mk "$base/harness/reference/"
		build "$base" || { cat "$base/build.log" && exit 2; }
		;;
	esac
	if [ -z "$EXPLORE" ] && ! JOBS=$workers run "$base"; then
		cat "$base/"*.log
		echo "mutants: without a fault, the $2 loader itself does not pass under $found"
		exit 2
	fi
}

# is it a condition that satisfies() understands?
is_need() {
	fact='(py(>=|<)3(\.[0-9]+)+|gil=[01]|debug=[01]|os=windows)'
	[ -z "$1" ] || echo "$1" | grep -Eqx "$fact( (&&|[|][|]) $fact)*"
}

assign() {
	mkdir -p "$out/$1"
	file=$patches/$1.patch kind=reference
	[ -r "$file" ] || file=$around/$1.py kind=around
	[ -r "$file" ] || { echo "mutants: there is no $patches/$1.patch, and no $file" && exit 2; }
	[ $kind != around ] || echo "$file" >"$out/$1/plugin"
	if [ -n "$all" ] && [ -s "$around/OPEN" ] && grep -qx "$1" "$around/OPEN"; then
		echo >"$out/$1/base"
		echo 'no case catches it yet' >"$out/$1/skip"
		return
	fi
	{ read -r _ && read -r second && read -r third; } <"$file"
	second=${second#'# '} third=${third#'# '} level=detail need=''
	case "$second/$third" in 'level: required/'* | *'/level: required') level=required ;; esac
	echo $level >"$out/$1/level"
	case $second in needs:*) need=${second#needs:} need=${need#"${need%%[! ]*}"} ;; esac
	is_need "$need" || { echo "unknown need '$need'" >"$out/$1/fault" && need=''; }
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
workers=${WORKERS:-$(nproc 2>/dev/null || echo 2)}
rm -rf "$out"/.reference-* "$out"/.around-*
(cd "$out" && printf '%s\n' "$@" | xargs rm -rf --)
for name in "$@"; do assign "$name"; done
[ -z "$QUICK" ] || index "$@"
printf '%s\n' "$@" | xargs -n 1 -P "$workers" sh harness/tools/mutants/mutants.sh --one
if [ -n "$EXPLORE" ]; then
	exec sh harness/tools/mutants/power.sh "$out" "$@"
fi
[ -z "$matrix" ] || build/mutant_table --matrix "$patches" "$around" "$out" "$@" >"$matrix"
# shellcheck disable=SC2086 # an option or nothing
build/mutant_table $how "$patches" "$around" "$out" "$@"
