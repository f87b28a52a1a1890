#!/bin/sh
# harness/tools/check/counts.sh LOG STATUS: prints the two numbers of the line "N passed, N failed"
# at the end of a command's output. Without such a line the command counts as one pass or one
# failure. A status that is not 0 counts as one failure if the line has none.
set -eu

counts=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$1" | tail -n 1)
[ -n "$counts" ] || counts="$(($2 == 0)) 0"
passed=${counts% *} failed=${counts#* }
[ "$2" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
echo "$passed $failed"
