#!/bin/sh
# run.sh PROGRAM N ID... -- WORD...: runs the N cases with these ids, which are one shard
#
# Bazel starts it in the shard's runfiles. The suite finds its parts by where they are, and a sandbox
# has links: so the files are copied, each with its folder, into the test's own folder. Each id is
# named to the program, which fails if one of them is not there: a case cannot get lost.
set -u

no() {
	printf 'run.sh: %s\n' "$1" >&2
	exit 2
}

program=$1 n=$2
shift 2
ids='' count=0
while [ "$1" != -- ]; do
	ids="$ids $1" count=$((count + 1))
	shift
done
shift
[ "$count" = "$n" ] || no "$n cases were dealt to this shard, and $count are named"
if [ "$n" = 0 ]; then
	echo 'no case was dealt to this shard'
	exit 0
fi

here=$PWD suite=$TEST_TMPDIR/suite
rm -rf "$suite"
mkdir -p "$suite/build" || exit 2
# the suite may be another repository than the one of the test
for folder in cases expected fixtures-src harness; do
	found=
	for at in . ../*/; do
		[ "$at" != "../${here##*/}/" ] && [ -d "$at/$folder" ] || continue
		found=1
		cp -RL "$at/$folder" "$suite/" || no "cannot copy $at/$folder"
	done
	[ "$found" ] || [ "$folder" = fixtures-src ] || no "there is no folder $folder among the inputs"
done
cp -L "$program" "$suite/build/conform" || exit 2
chmod -R u+w "$suite"

# relative paths in the options are those of the inputs
cd "$here" || exit 2
# shellcheck disable=SC2086 # ids are words of letters, digits, - and /
exec "$suite/build/conform" --part -o "json:${TEST_UNDECLARED_OUTPUTS_DIR:-$TEST_TMPDIR}/report.json" \
	"$@" $ids
