# What all recipes are made of. loaders.sh reads this file and one recipe in a shell of its own, with
# `set -eu`. Its variables: recipe, loaders (the folder of the commands, absolute), work (the folder of
# this recipe), root (for what it unpacks), log, native (Debian's name of the machine).
# shellcheck shell=sh disable=SC2154 # the variables are those of loaders.sh

# skip WORD...: these loaders cannot be had; that is no failure
skip() {
	echo "loaders: $recipe skipped: $*"
	exit 0
}

# lost NAME WORD...: one of several loaders cannot be had; the next call tries again
lost() {
	rm -f "$loaders/$1"
	complete=''
	name=$1 && shift
	echo "loaders: $name skipped: $*"
}

# why: what the last command that failed said
why() {
	grep -a -i '^E:\|error' "$log" | tail -n 1
}

# needs PROGRAM...: skips the recipe if the machine lacks one
needs() {
	for program; do
		command -v "$program" >/dev/null || skip "there is no $program"
	done
}

# script FILE LINE: makes FILE a script of one line
script() {
	printf '#!/bin/sh\n%s\n' "$2" >"$1.new"
	chmod +x "$1.new"
	mv "$1.new" "$1"
}

# executable_of PROGRAM: prints its sys.executable, or nothing if it does not start
executable_of() {
	("$1" -I -c 'import sys, subprocess, sysconfig; print(sys.executable)') 2>>"$log" || :
}

# given NAME [OPTION...]: what conform has to be given with --loader NAME
given() {
	mkdir -p "$loaders/.options"
	name=$1 && shift
	echo "$*" >"$loaders/.options/$name"
}

# put NAME PROGRAM [OPTION...]: NAME is a link to the program
put() {
	name=$1 program=$2
	shift 2
	ln -sfn "${program#"$loaders"/}" "$loaders/$name"
	given "$name" "$@"
	[ "$(executable_of "$loaders/$name")" = "$loaders/$name" ] ||
		lost "$name" "it does not start, or has a wrong sys.executable (see $log)"
}

# put_script NAME LINE [OPTION...]: NAME is a script of one line
put_script() {
	name=$1
	script "$loaders/$name" "$2"
	shift 2
	given "$name" "$@"
	[ -n "$(executable_of "$loaders/$name")" ] || lost "$name" "it does not start (see $log)"
}
