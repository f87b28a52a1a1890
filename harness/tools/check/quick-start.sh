#!/bin/sh
# Takes the commands of README's "Quick start", which are written down nowhere else, and compares
# the output that README quotes with real output.
#
#	harness/tools/check/quick-start.sh README commands           prints the first block
#	harness/tools/check/quick-start.sh README ends-like N FILE   does FILE end like block N?
#	harness/tools/check/quick-start.sh README is-in N FILE       does FILE contain block N?
#
# Numbers, paths and other things that differ between machines are folded before the comparison;
# notes are ignored. A line `...` in a block matches any lines. Status 1: they differ, and the
# output shows the first line of README that differs, with its number.
set -eu

readme=$1 what=$2 n=${3:-1} file=${4:-/dev/null}
case $what in
commands | ends-like | is-in) ;;
*) echo "quick-start: unknown command '$what'" >&2 && exit 2 ;;
esac
exec awk -v what="$what" -v wanted="$n" '
function fold(line)
{
	sub(/rerun: .*/, "rerun: COMMAND", line)
	sub(/requires .*/, "requires EXPR", line)
	sub(/revision [^,]*/, "revision ID", line)
	sub(/hash [^,]*/, "hash ID", line)
	sub(/own word: .*/, "own word: LIST", line)
	gsub(/[^ ]*\/[^ ,]*|python3/, "PATH", line)
	gsub(/[0-9][0-9._]*/, "N", line)
	sub(/, [a-z]+N?\)/, ", MACHINE)", line)
	gsub(/[ \t]+/, " ", line)
	sub(/ $/, "", line)
	return line
}

# the number of quoted lines, of from..to, that equal the real lines from at on
function alike(from, to, at,    i)
{
	for (i = 0; from + i <= to && at + i <= nreal && quoted[from + i] == real[at + i];)
		i++
	return i
}

# finds the quoted lines from..to among the real ones, at or after at, or at their very end if last
# is set; returns the number of the line after them; ends the program if they are not there
function find(from, to, at, last,    i, k, best, where)
{
	if (last && at < nreal - (to - from))
		at = nreal - (to - from)
	for (where = i = at; i <= nreal; i++) {
		k = alike(from, to, i)
		if (k > to - from)
			return i + k
		if (k > best) {
			best = k
			where = i
		}
		if (last)
			break
	}
	printf "%s:%d: quotes   %s\n", readme, line_of[from + best], text[from + best]
	printf "%s: there is %s\n", FILENAME, said[where + best]
	exit bad = 1
}

FNR == 1 { nfile++ }
nfile == 1 {
	readme = FILENAME
	if (/^## /)
		inside = $0 == "## Quick start"
	is_block = inside && /^    /
	nblock += is_block && !was_block
	was_block = is_block || (was_block && inside && $0 == "")
	if (!is_block || nblock != wanted)
		next
	if (what == "commands") {
		sub(/^    /, "")
		sub(/ *#.*/, "")
		print
		found++
		next
	}
	text[++found] = substr($0, 5)
	line_of[found] = FNR
	quoted[found] = /^ *\.\.\.$/ ? "..." : fold(text[found])
	next
}
/^note: / { next }
{
	said[++nreal] = $0
	real[nreal] = fold($0)
}

END {
	if (bad)
		exit 1
	if (!found) {
		print "quick-start: README has no such block" > "/dev/stderr"
		exit 2
	}
	if (what == "commands")
		exit 0
	if (what == "is-in")
		quoted[++found] = "..."
	at = from = 1
	for (i = 1; i <= found; i++)
		if (quoted[i] == "...") {
			at = i > from ? find(from, i - 1, at) : at
			from = i + 1
		}
	if (from <= found)
		find(from, found, at, 1)
}' "$readme" "$file"
