#!/bin/sh
# README's "Quick start" as data: the commands that are tested stand there and nowhere else, and what it
# quotes of their output is held against a real one.
#
#	harness/tools/check/quick-start.sh README commands            those of the first block, one a line
#	harness/tools/check/quick-start.sh README ends-like N FILE    is the Nth block the end of FILE?
#	harness/tools/check/quick-start.sh README is-in N FILE        is it anywhere in FILE?
#
# Lines are compared with numbers, paths and what else is of one machine folded, notes left out; a line
# `...` in a block stands for any lines. Status 1: it is not so, and a line of README with its place says where.
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
	gsub(/[^ ]*\/[^ ,]*|python3/, "PATH", line)
	gsub(/[0-9][0-9._]*/, "N", line)
	sub(/, [a-z]+N?\)/, ", MACHINE)", line)
	gsub(/[ \t]+/, " ", line)
	sub(/ $/, "", line)
	return line
}

# how many lines of the quoted ones from..to stand at the real ones from at
function alike(from, to, at,    i)
{
	for (i = 0; from + i <= to && at + i <= nreal && quoted[from + i] == real[at + i];)
		i++
	return i
}

# the line behind the first place, not before at, where from..to stand, the end of all if they are
# last ones; ends the program if there is none
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
