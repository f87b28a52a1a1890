#!/bin/sh
# `make check-all`: runs the suite at its default level under each interpreter that is found on this
# machine or that `make loaders` made, and in each application of harness/hosts that is here, and
# prints a table of the results (harness/tools/overview).
#
#	check-all.sh BUILD [--full] [NAME...]
#
# NAME is the name of a loader's command; without names all are run. Loaders whose start costs much
# (of the kind costly) run the cases in `subset` beside this script, with --full all of them.
# A report is kept until suite, loader or options change, so a run that was stopped goes on where it
# was. Reports and output are in BUILD/check-all. Without names, ten minutes of `explore` follow: each
# interpreter with itself, by programs of a random seed, which is printed. Status 1: a loader has
# unexpected results, or differs from itself.
set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P) || exit 2
root=$(CDPATH='' cd -- "$here/../../.." && pwd -P) || exit 2
build=$1 full=''
shift
[ "${1-}" != --full ] || { full=1 && shift; }
mkdir -p "$build/check-all" && build=$(cd "$build" && pwd -P) || exit 2
out=$build/check-all
loaders() { sh "$root/harness/tools/loaders/loaders.sh" "$build" "$@"; }

# prints NAME, COMMAND and KIND of each loader, those of the machine first; the command of a host is
# its recipe
rows() {
	sh "$root/harness/tools/loaders/found.sh" --names | while IFS='	' read -r command name; do
		printf '%s\t%s\tmachine\n' "$name" "$command"
	done
	for kind in package costly source; do
		loaders made $kind | while IFS= read -r command; do
			printf '%s\t%s\t%s\n' "${command##*/}" "$command" $kind
		done
	done
	for file in "$root"/harness/hosts/*.host; do
		name=${file##*/}
		[ ! -f "$file" ] || printf 'host-%s\t%s\thost\n' "${name%.host}" "$file"
	done
}

# chosen NAME...: the rows of these names, or all
chosen() {
	rows | while IFS='	' read -r name command kind; do
		[ $# -eq 0 ] || printf '%s\n' "$@" | grep -qxF -e "$name" -e "$command" || continue
		printf '%s\t%s\t%s\n' "$name" "$command" "$kind"
	done
}

# what a report depends on: suite, program, adapter, loader, options
key() {
	"$build/conform" --version
	cksum "$build/conform" "$root"/harness/adapter/*.py
	ls -ldL --full-time "$1"
	cksum "$1"
	shift
	echo "$@"
}

# report NAME COMMAND [OPTION OR PATTERN]...: makes the report, unless it is there; status 1: the host
# is absent
report() {
	name=$1 command=$2
	shift 2
	file=$out/$(printf %s "$name" | tr -c 'A-Za-z0-9.-' _)
	key "$command" "$@" >"$file.now"
	if ! cmp -s "$file.now" "$file.key" || [ ! -f "$file.json" ]; then
		echo "check-all: $name" >&2
		rm -f "$file.key" "$file.json" "$file.json.why"
		"$build/conform" --build "$build" -o console -o "json:$file.json" "$@" >"$file.log" 2>&1 </dev/null
		status=$?
		[ $status -lt 128 ] || exit $status
		! grep "^conform: host .* is absent" "$file.log" >&2 || return 1
		[ -f "$file.json" ] || grep '^conform: ' "$file.log" | tail -n 1 >"$file.json.why"
		mv "$file.now" "$file.key"
	fi
	rm -f "$file.now"
}

# options COMMAND KIND: prints options of conform, and the cases of the subset
options() {
	loaders options "$1"
	case $2$full in
	costly) grep -v '^#' "$here/subset" ;;
	esac
}

# explored: compares each interpreter with itself, in ten minutes; status 1: one differs. The
# reference loader is not compared here: what it does otherwise on purpose has causes so rare that no
# list of them is whole (`make check` compares it with a fixed seed).
explored() {
	differ=0 shares=$(grep -c -v '	host$\|	costly$' "$out/.rows")
	echo && echo "explore, each with itself:"
	while IFS='	' read -r name command kind <&3; do
		[ $kind != host ] && [ $kind != costly ] || continue
		"$build/conform" explore -q --build "$build" --loader "$command" --loader "$command" \
			--level detail --seconds $((600 / shares)) >"$out/explore.log" 2>&1 3<&- </dev/null
		ended=$?
		[ $ended -lt 128 ] || exit $ended
		echo "$name: $(tail -n 1 "$out/explore.log")"
		[ $ended -eq 0 ] || differ=1
		[ $ended -ne 1 ] || cat "$out/explore.log"
	done 3<"$out/.rows"
	return $differ
}

trap 'exit 130' INT
trap 'exit 143' TERM HUP
for name; do
	[ -n "$(chosen "$name")" ] || { echo "check-all: there is no loader '$name'" >&2 && exit 2; }
done
chosen "$@" >"$out/.rows"
all=$#
set --
while IFS='	' read -r name command kind <&3; do
	case $kind in
	host) option=--host program=${name#host-} ;;
	*) option=--loader program=$command ;;
	esac
	# shellcheck disable=SC2046 # a list of words
	report "$name" "$command" $option "$program" $(options "$command" "$kind") 3<&- || continue
	set -- "$@" "$name=$file.json"
done 3<"$out/.rows"
printf '%s, %s, level by default:\n\n' "$(date -u +%Y-%m-%d)" "$(uname -sm)" >"$out/overview.md"
"$build/overview" "$@" >>"$out/overview.md"
status=$?
cat "$out/overview.md"
[ $all -gt 0 ] || explored || status=1
exit $status
