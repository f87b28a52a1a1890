#!/bin/sh
# Prints which broken loaders `conform explore` has found: power.sh OUT NAME..., after
# `mutants.sh --explore`. A row for each kind of fault, which is the first word of the names, and what
# was not found.
set -u
out=$1
shift

# state NAME: found, not found, or skipped
state() {
	if [ -f "$out/$1/skip" ]; then
		echo skipped
	elif [ -f "$out/$1/fault" ]; then
		echo "fault: $(cat "$out/$1/fault")"
	elif grep -q '^1\. ' "$out/$1/explore.log"; then
		echo found
	else
		echo 'not found'
	fi
}

for name; do
	printf '%s\t%s\n' "$name" "$(state "$name")"
done | awk -F '\t' '
	$2 == "skipped" { skipped++; next }
	$2 ~ /^fault/ { faults = faults "\n" $1 ": " $2; next }
	{ kind = $1; sub(/-.*/, "", kind); of[kind]++; all++ }
	$2 == "found" { found[kind]++; sum++ }
	$2 == "not found" { missed[kind] = missed[kind] " " $1 }
	END {
		print "| kind | found | of | not found |\n|---|---|---|---|"
		for (kind in of)
			printf "| %s | %d | %d |%s |\n", kind, found[kind], of[kind], missed[kind] | "sort"
		close("sort")
		printf "\nfound %d of %d, %d %%; %d do not apply here\n", sum, all, all ? 100 * sum / all : 0, skipped
		if (faults)
			print "could not be judged:" faults
	}'
