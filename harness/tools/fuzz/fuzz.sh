#!/bin/sh
# fuzz.sh SECONDS [TARGET...]: runs each fuzz target, or those named, for so long, two at a time. A
# target begins with the corpus in the tree, with seeds of the suite, and with what earlier runs kept
# in build/fuzz/found. The last line is "N passed, N failed"; status 1 after a finding, whose log
# and file are named.
set -u

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P) || exit 2
cd "$root" || exit 2
seconds=$1 && shift
tree=harness/tools/fuzz/corpus out=build/fuzz passed=0 failed=0
all=$(sed 's/{"/\n&/g' harness/tools/fuzz/fuzz.c | sed -n 's/^{"\([a-z]*\)", fuzz_.*/\1/p')
# shellcheck disable=SC2086 # a list
[ $# -gt 0 ] || set -- $all

# fuzz TARGET: the log says how it went, and the status stands in a file of its own
fuzz() {
	mkdir -p "$out/found/$1" "$out/tmp"
	ln -sf fuzz "$out/$1"
	rm -f "$out/$1.status"
	TMPDIR=$out/tmp "$out/$1" -max_total_time="$seconds" -timeout=60 -rss_limit_mb=2048 \
		-print_final_stats=1 -artifact_prefix="$out/$1-" \
		"$out/found/$1" "$tree/$1" "$out/seeds/$1" >"$out/$1.log" 2>&1
	echo $? >"$out/$1.status"
}

# number WHAT TARGET: of the statistics at the end of a log
number() {
	sed -n "s/^stat::$1: *//p" "$out/$2.log"
}

# report TARGET: says how it went
report() {
	if [ "$(cat "$out/$1.status" 2>/dev/null)" = 0 ]; then
		passed=$((passed + 1))
		printf 'fuzz %-12s %9s runs, %6s a second\n' "$1" \
			"$(number number_of_executed_units "$1")" "$(number average_exec_per_sec "$1")"
		return
	fi
	failed=$((failed + 1))
	grep -E 'broken promise|ERROR|SUMMARY|runtime error' "$out/$1.log"
	input=$(sed -n 's/.*Test unit written to //p' "$out/$1.log")
	echo "fuzz $1: FAILED; see $out/$1.log; again: $out/$1 ${input:-}"
}

rm -rf "$out/seeds"
# shellcheck disable=SC2086 # a list
sh harness/tools/fuzz/seeds.sh "$out/seeds" $all || exit 2
while [ $# -gt 0 ]; do
	one=$1 two=${2:-}
	fuzz "$one" &
	[ -z "$two" ] || fuzz "$two" &
	wait
	report "$one"
	[ -z "$two" ] || report "$two"
	shift ${two:+2}
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
