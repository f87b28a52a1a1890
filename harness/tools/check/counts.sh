#!/bin/sh
# What a command whose output ends with "N passed, N failed" counts: harness/tools/check/counts.sh LOG STATUS prints
# the two numbers. Without such a line the command itself counts as one; a status that says otherwise
# than the numbers is a failure more.
set -eu

counts=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$1" | tail -n 1)
[ -n "$counts" ] || counts="$(($2 == 0)) 0"
passed=${counts% *} failed=${counts#* }
[ "$2" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
echo "$passed $failed"
