#!/bin/sh
# `make loaders`: gets or builds loaders, each an ordinary command below build/loaders, by the recipes
# in harness/tools/loaders/recipes. What cannot be had is said and skipped, with status 0.
#
#	loaders.sh BUILD                the recipes that only fetch: kinds package, costly
#	loaders.sh BUILD all            all recipes; those that compile take minutes each
#	loaders.sh BUILD NAME...        the recipes that make these loaders, or have these names
#	loaders.sh BUILD list           prints NAME, KIND and SUMMARY of each loader
#	loaders.sh BUILD made [KIND]    prints the commands that are there
#	loaders.sh BUILD options CMD    prints what conform is to be given with --loader CMD, if it is ours
#
# Works as root or not, and installs nothing. BUILD/loaders/NAME is the command,
# BUILD/loaders/trees/RECIPE what belongs to it. It is kept until its recipe or BUILD's path changes;
# remove trees/RECIPE to make it again. LOADERS_MIRROR names another mirror of Debian, LOADERS_SUITE
# another suite, LOADERS_RECIPES another folder of recipes.
set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P) || exit 2
recipes=${LOADERS_RECIPES:-$here/recipes}
version=1

# head_of FILE: sets names, kind and summary
head_of() {
	names='' kind=package summary=''
	eval "$(sed -n '/^\(names\|kind\|summary\)=/p' "$1")"
}

# list: the loaders of all recipes, those for everyday use first
list() {
	for wanted in package costly source; do
		for file in "$recipes"/*.sh; do
			head_of "$file"
			[ "$kind" = $wanted ] || continue
			for name in $names; do
				printf '%s\t%s\t%s\n' "$name" "$kind" "$summary"
			done
		done
	done
}

# made [KIND]: the commands that are there
made() {
	list | while IFS='	' read -r name kind _; do
		[ "$kind" = "${1:-$kind}" ] && [ -n "$loaders" ] && [ -x "$loaders/$name" ] &&
			echo "$loaders/$name"
	done
	:
}

# chosen WORD...: prints the files of the recipes
chosen() {
	for file in "$recipes"/*.sh; do
		head_of "$file"
		base=${file##*/}
		[ $# -gt 0 ] || [ "$kind" = source ] || echo "$file"
		for word; do
			case " $names ${base%.sh} all " in *" $word "*) echo "$file" && break ;; esac
		done
	done
}

# make_recipe FILE: in a shell of its own, because a recipe may end with skip
make_recipe() (
	set -eu
	head_of "$1"
	recipe=${1##*/}
	recipe=${recipe%.sh}
	work=$loaders/trees/$recipe
	root=$work/root log=$work/log
	native=$(dpkg --print-architecture 2>/dev/null || uname -m)
	# absolute paths are in it, so a tree that was moved is made again
	want="$version ${LOADERS_SUITE-} $root $(cksum <"$1")"
	[ "$(cat "$work/stamp" 2>/dev/null)" != "$want" ] || exit 0
	mkdir -p "$work"
	# another run may be making it
	exec 9>"$work/lock"
	! command -v flock >/dev/null || flock 9
	[ "$(cat "$work/stamp" 2>/dev/null)" != "$want" ] || exit 0
	rm -f "$work/stamp"
	: >"$log"
	# shellcheck source=common.sh
	. "$here/common.sh"
	# shellcheck source=debian.sh
	. "$here/debian.sh"
	# shellcheck source=source.sh
	. "$here/source.sh"
	# shellcheck source=/dev/null
	. "$1"
	for name in $names; do
		rm -f "$loaders/$name"
	done
	complete=1
	make_loaders
	[ -z "$complete" ] || echo "$want" >"$work/stamp"
	for name in $names; do
		[ ! -x "$loaders/$name" ] ||
			echo "loaders: $name: $("$loaders/$name" -VV 2>&1 | head -n 1)"
	done
)

# options COMMAND: what conform is to be given with it; build/loaders may be a link
options() {
	folder=$(cd "$(dirname "$1")" 2>/dev/null && pwd -P)
	[ -z "$loaders" ] || [ "$folder" != "$loaders" ] ||
		cat "$loaders/.options/${1##*/}" 2>/dev/null || :
}

build=$1
shift
loaders=$(cd "$build/loaders" 2>/dev/null && pwd -P)
case ${1-} in
list | made | options) "$@" && exit ;;
esac
mkdir -p "$build/loaders/trees" && loaders=$(cd "$build/loaders" && pwd -P) || exit 2
for word; do
	[ -n "$(chosen "$word")" ] || {
		echo "loaders: no recipe makes '$word'; there are: $(list | cut -f 1 | tr '\n' ' ')" >&2
		exit 2
	}
done
status=0
chosen "$@" >"$loaders/.chosen.$$"
exec 3<"$loaders/.chosen.$$"
rm -f "$loaders/.chosen.$$"
while IFS= read -r file <&3; do
	# no || here: it would switch the recipe's set -e off
	make_recipe "$file" </dev/null 3<&-
	[ $? -eq 0 ] || {
		echo "loaders: ${file##*/} failed (see $loaders/trees/$(basename "$file" .sh)/log)" >&2
		status=1
	}
done
exit $status
