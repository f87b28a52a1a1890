#!/bin/sh
# merge.sh [TARGET...]: makes the corpus in the tree again, after `make fuzz`: of it, of what was found
# and of the seeds it keeps the fewest and shortest inputs that reach the same code.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P) || exit 2
cd "$root"
tree=harness/tools/fuzz/corpus out=build/fuzz
[ $# -gt 0 ] || set -- $(ls "$tree")
for target in "$@"; do
	case $target in fixcheck | elfedit) most=4000 ;; *) most=500 ;; esac
	rm -rf "$out/merged" && mkdir -p "$out/merged" "$out/tmp"
	TMPDIR=$out/tmp "$out/$target" -merge=1 -use_counters=0 -max_len=$most "$out/merged" \
		"$tree/$target" "$out/found/$target" "$out/seeds/$target" >"$out/merge.log" 2>&1
	rm -rf "${tree:?}/$target" && mv "$out/merged" "$tree/$target"
	echo "$target: $(ls "$tree/$target" | wc -l) files, $(cat "$tree/$target"/* | wc -c) bytes"
done
