#!/bin/sh
# Which lines of CPython's own loader does the suite run?
#
#	harness/tools/coverage/loader-coverage.sh SOURCE [OPTION OF CONFORM]...
#
# SOURCE is an unpacked CPython, 3.11 or later. It is built once, in build/coverage/VERSION, with
# the four files of its loader instrumented. Then the suite runs under it, each case in its own
# interpreter. The output lists the lines that no case ran, of the functions that dynamic loading
# uses. harness/reference/COVERAGE.md says why these lines do not run.
# Status: 1 if a case failed, 2 if there is nothing to report. CC must be gcc; make uses JOBS jobs.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P)
cd "$root"
files='Python/dynload_shlib Python/importdl Python/import Objects/moduleobject'

# Two of the files do more than loading: only these functions of them count.
import='^(_?imp_(create|exec)_dynamic|exec_builtin_or_dynamic|import_(find|run)_extension'
import="$import|_imp_extension_suffixes|_imp__override_multi|.*singlephase_extension|fix_up_extension"
import="$import|update_global_state|_get_extension_kind|.*core_module|.*_main_interpreter"
import="$import|check_multi_interp|_PyImport_Check|_?extensions_(cache|lock)|.*extensions_cache_value"
import="$import|.*cached_(def|m_dict|module_index)|hashtable_|_?PyState_|_modules_by_index"
import="$import|_PyImport_(GetNextModuleIndex|ClearModulesByIndex|Fixup|LoadDynamic|.*DLOpenFlags)"
import="$import|.*PackageContext|.*module_index)"
module='^(PyModuleDef_Init|_?PyModule_(New|Create|FromDef|FromSlots|Exec|AddFunctions|GetDef|GetState)'
module="$module|PyModule_(SetDocString|GetName)|_?PyUnstable_Module"
module="$module|module_(init_dict|dealloc|traverse|clear|from)|new_module|track_module|alloc_state"
module="$module|check_api_version|_add_methods|run_exec|.*[Tt]oken)"

# Functions that are only for modules linked into the interpreter, or for its own tests.
builtin='_for_(builtin|core)$|FixupBuiltin|^get_core_module_dict|^clear_singlephase_extension'

die() {
	echo "loader-coverage: $*" >&2
	exit 2
}

# Builds as little as the cases need: no tests, no ensurepip, no module that needs another library.
# The measured files are compiled without optimization, so that the counts belong to single lines.
build() {
	mkdir -p "$out/build"
	cd "$out/build"
	echo "loader-coverage: building $version in $out (log: $out/log)"
	"$cc" -O1 -c -o flush.o "$root/harness/tools/coverage/flush.c"
	"$src/configure" -q CC="$cc" --prefix="$out/prefix" --without-ensurepip --disable-test-modules \
		OPT='-DNDEBUG -O1'
	# shellcheck disable=SC2046,SC2086 # a list of words
	make -s $(printf '%s.o ' $files) EXTRA_CFLAGS='--coverage -O0'
	make -s -j"${JOBS:-2}" LIBS="$PWD/flush.o -Wl,--wrap=_exit -lgcov $(
		sed -n 's/^LIBS=[[:space:]]*//p' Makefile)"
	# the library in Python is linked, not installed: installing would compile it
	lib=$out/prefix/lib/python$version
	mkdir -p "$lib"
	ln -sf "$src"/Lib/* "$lib/"
	make -s altbininstall inclinstall sharedinstall LIBS="$PWD/flush.o -Wl,--wrap=_exit -lgcov"
	cp "$(cat pybuilddir.txt)"/_sysconfig* "$lib/"
	cd "$root"
}

measure() {
	for f in $files; do rm -f "$out/build/$f.gcda"; done
	status=0
	build/conform -q --isolation exec,weak --timeout-scale 4 --loader "$python" "$@" || status=$?
	[ $status -lt 2 ] || die 'the suite did not run'
}

report() {
	cd "$out/build"
	for f in $files; do
		only=.
		[ "$f" != Python/import ] || only=$import
		[ "$f" != Objects/moduleobject ] || only=$module
		[ -f "$f.gcda" ] || die "no counts were written for $f.c"
		gcov -t -b -o "$f.o" "$src/$f.c" 2>/dev/null |
			awk -v only="$only" -v not="$builtin" -v name="$f.c" -f "$root/harness/tools/coverage/lines.awk"
	done
}

[ $# -gt 0 ] || die 'usage: loader-coverage.sh SOURCE [OPTION OF CONFORM]...'
src=$(CDPATH='' cd -- "$1" && pwd -P) || die "no folder '$1'"
shift
[ -r "$src/Python/dynload_shlib.c" ] || die "no source of CPython in '$src'"
cc=${CC:-gcc}
version=$(sed -n 's/^#define PY_VERSION[[:space:]]*"\([0-9]*\.[0-9]*\).*/\1/p' \
	"$src/Include/patchlevel.h")
out=$root/build/coverage/$version
python=$out/prefix/bin/python$version
if [ ! -x "$python" ]; then
	mkdir -p "$out"
	(build) >"$out/log" 2>&1 || die "$version does not build: $(tail -n 1 "$out/log")"
fi
measure "$@"
report
exit "$status"
