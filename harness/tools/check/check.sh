#!/bin/sh
# `make check`: the harness's own tests, the lint, the suite under every interpreter found
# (CPython at level detail, others at level required), and the mutants, each with the cases
# that name it first (`make mutants` alone runs all of them, for the whole table). The output is
# compared with README's "Quick start", which quotes it. `make check-slow`, with --slow, adds the
# sanitizers, the fuzzer and all hostile deeds, and runs each mutant with all cases.
# Goes on after a failure; the last line is "N passed, N failed".
set -u
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P) || exit 2
cd "$root" || exit 2
passed=0 failed=0 logs=build/check quick=1
[ "${1:-}" != --slow ] || quick=''
mkdir -p "$logs"
: >"$logs/lines"

# say FORMAT WORD...: prints a line of the result
say() {
	# shellcheck disable=SC2059 # the format is the caller's
	printf "$@" | tee -a "$logs/lines"
}

# add NAME PASSED FAILED
add() {
	passed=$((passed + $2)) failed=$((failed + $3))
	say '%-44s %s passed, %s failed\n' "$1" "$2" "$3"
}

# step NAME COMMAND...: counts a command as one pass or one failure
step() {
	name=$1 && shift
	if "$@" >"$logs/step.log" 2>&1; then
		add "$name" 1 0
	else
		cat "$logs/step.log"
		add "$name" 0 1
	fi
}

# counted NAME COMMAND...: tests that count themselves
counted() {
	name=$1 && shift
	"$@" >"$logs/counted.log" 2>&1
	status=$?
	[ $status -eq 0 ] || cat "$logs/counted.log"
	# shellcheck disable=SC2046 # two numbers
	add "$name" $(sh harness/tools/check/counts.sh "$logs/counted.log" $status)
}

# suite LOADER [CASE...]: runs the suite, or these cases, under one loader, with the options that its
# recipe gives it
suite() {
	loader=$1
	shift
	what=${*:-suite}
	# shellcheck disable=SC2046 # a list of options
	set -- $(sh harness/tools/loaders/loaders.sh build options "$loader") "$@"
	tap=$logs/$(printf %s "$loader" | tr -c 'A-Za-z0-9._\n-' _).tap
	rm -f "$tap"
	./run_tests.sh --loader "$loader" -o console -o "tap:$tap" "$@" >"$logs/suite.log" 2>&1
	status=$?
	good=$(grep -c '^ok ' "$tap" 2>/dev/null) || good=0
	skipped=$(grep -c '^ok .*# SKIP' "$tap" 2>/dev/null) || skipped=0
	known=$(grep -c '^not ok .*# TODO' "$tap" 2>/dev/null) || known=0
	bad=$(grep -c '^not ok' "$tap" 2>/dev/null) || bad=0
	bad=$((bad - known))
	# an exit status that no result explains is one more failure
	[ $status -eq 0 ] || [ $bad -gt 0 ] || bad=1
	[ $status -eq 0 ] || cat "$logs/suite.log"
	[ $status -ne 0 ] || [ -f "$logs/first.log" ] || cp "$logs/suite.log" "$logs/first.log"
	add "$what under $loader" $((good - skipped)) $bad
	[ $((skipped + known)) -eq 0 ] ||
		say '%-44s %s not applicable, %s failed as known\n' '' "$skipped" "$known"
}

# The area `windows` under the newest Windows loader that `make loaders` made. All else that runs there
# is what other loaders run, too, and each case costs a start of Wine: `make check-all` has more of it.
windows() {
	loader=$(sh harness/tools/loaders/loaders.sh build made costly | sed -n '\,/windows-,{p;q;}')
	if [ -n "$loader" ]; then
		suite "$loader" 'windows/*' </dev/null
	else
		say 'no Windows loader here (make loaders NAMES=windows), so its area was not tested\n'
	fi
}

# Random programs under the reference loader and under the interpreter's own. What 3.11 does
# otherwise is written down; the seed is one whose programs show common causes only.
reference_explored() {
	name='explore, the reference with CPython 3.11'
	if ! "$first" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
		say '%s: skipped, %s is another version\n' "$name" "$first"
		return
	fi
	known=expected/known/cpython-3.11
	make -s reference LOADER="$first" >"$logs/reference.log" 2>&1
	plugin=$("$first" -c 'import importlib.machinery as m; print(m.EXTENSION_SUFFIXES[0])')
	step "$name" ./run_tests.sh explore --loader "$first" --plugin "build/reference/reference$plugin" \
		--rounds 1000 --seed 6 --level detail \
		--known $known-cpython-3.13.causes --known $known-reference.causes
}

# each broken loader that is caught counts as one pass
mutants() {
	make -s mutants QUICK=$quick >"$logs/mutants.log" 2>&1
	status=$?
	last=$(grep '^[0-9]* mutants, [0-9]* caught' "$logs/mutants.log" | tail -n 1)
	all=${last%% *}
	caught=$(echo "$last" | sed -n 's/.* \([0-9]*\) caught.*/\1/p')
	skipped=$(echo "$last" | sed -n 's/.* \([0-9]*\) skipped.*/\1/p')
	missed=$((${all:-0} - ${caught:-0} - ${skipped:-0}))
	[ $status -eq 0 ] && [ -n "$last" ] || [ $missed -gt 0 ] || missed=1
	[ $status -eq 0 ] || cat "$logs/mutants.log"
	add 'broken loaders caught' "${caught:-0}" $missed
	[ -z "$skipped" ] || say '%-44s %s need an interpreter that is not here\n' '' "$skipped"
}

# Compares three blocks of README: the end of a run, the output of this script, and the failure that
# one of the mutants shows, if it ran with its own cases only. Called only after runs without a
# failure.
quoted() {
	{ cat "$logs/lines" && echo '1 passed, 0 failed'; } >"$logs/all"
	sh harness/tools/check/quick-start.sh README.md ends-like 2 "$logs/first.log" &&
		sh harness/tools/check/quick-start.sh README.md ends-like 3 "$logs/all" || return 1
	[ -z "$quick" ] || [ -z "$(find "$failing" -newer "$logs/loaders" 2>/dev/null)" ] ||
		sh harness/tools/check/quick-start.sh README.md is-in 4 "$failing"
}

rm -f "$logs/first.log"
failing=build/mutants/symbol-global-fallback/run.log
./run_tests.sh --lint >/dev/null 2>&1 # builds all; an error is shown by the step below
step 'build' make -s "-j$(nproc 2>/dev/null || echo 2)" units
counted 'unit tests' make -s unit
step 'lint' make -s lint
sh harness/tools/loaders/found.sh >"$logs/loaders"
while IFS= read -r loader; do
	suite "$loader" </dev/null
done <"$logs/loaders"
windows
first=$(head -n 1 "$logs/loaders")
if [ -z "$quick" ]; then
	counted 'shards of Bazel' make -s bazel
	counted 'hostile deeds, three rounds' make -s hostile
	counted 'unit tests and suite, AddressSanitizer' make -s asan
	counted 'unit tests, MemorySanitizer' make -s msan
	counted 'fuzzed readers' make -s fuzz
fi
step 'explore, a loader with itself' ./run_tests.sh explore --loader "$first" --loader "$first" \
	--rounds 1000 --seed 1 --level detail
reference_explored
mutants
missing=$(sh harness/tools/loaders/found.sh --missing | tr '\n' ' ')
[ -z "$missing" ] || say 'CPython versions not found here, so not tested: %s\n' "$missing"
missing=$(sh harness/tools/loaders/loaders.sh build list | while read -r name kind _; do
	[ "$kind" != package ] || [ -x "build/loaders/$name" ] || printf '%s ' "$name"
done)
[ -z "$missing" ] || say 'not fetched by "make loaders", so not tested: %s\n' "$missing"
grep -q pypy "$logs/loaders" || say 'no PyPy found here, so not tested\n'
[ $failed -ne 0 ] || step "README's quick start" quoted
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
