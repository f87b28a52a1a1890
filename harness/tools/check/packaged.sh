#!/bin/sh
# Does what others install work where nothing else is?
#
#	harness/tools/check/packaged.sh [AREA...]
#
# Makes the tarball of `make dist`, and a bare Debian of this machine's release. There it carries out
# the steps of harness/packaging/Containerfile, one by one, and runs the installed program by its name
# as the image would: as the image's user, with cases of the AREAs (hook and adapter). Then it runs
# the steps of action.yml from the unpacked tarball, and all its cases, without git. Without root,
# debootstrap and the network it says so and tests nothing. The last line is "N passed, N failed".
set -u

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P) || exit 2
work=$root/build/packaged
tree=$work/tree
sane='PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
file=$root/harness/packaging/Containerfile
passed=0 failed=0 n=0
user=root folder=/ entry=''

die() {
	echo "packaged: $*" >&2
	exit 2
}

# shellcheck source=harness/tools/check/chroot.sh
. "$root/harness/tools/check/chroot.sh" || exit 2

# instructions: one a line, without comments and line ends
instructions() {
	sed -e '/^#/d' "$file" | sed -e ':a' -e '/\\$/N; s/\\\n *//; ta' | sed '/^ *$/d'
}

# step NAME COMMAND...: counts a command, and shows what it said
step() {
	name=$1 from=$(date +%s)
	n=$((n + 1))
	shift
	"$@" >"$work/$n.log" 2>&1
	status=$?
	show "$work/$n.log" $status
	[ $status -eq 0 ] && passed=$((passed + 1)) || failed=$((failed + 1))
	echo "$name: exit $status, $(($(date +%s) - from)) s"
}

# the image's release of Debian must be the one that was made
from() {
	case $1 in
	*/debian:"$suite"*) ;;
	*) echo "the image is $1, this machine is $suite" && return 1 ;;
	esac
}

# unpacks a local archive, as a builder of images does
add() {
	# shellcheck disable=SC2086 # a pattern
	set -- "$work"/dist/$1 "$2"
	[ -f "$1" ] && $sudo mkdir -p "$tree$2" && $sudo tar -xzf "$1" -C "$tree$2" --no-same-owner
}

as_user() { in_debian "$folder" "runuser -u $user -- $1"; }

build() {
	while IFS= read -r line <&3; do
		word=${line%% *} rest=${line#* }
		case $word in
		FROM) step "$line" from "$rest" ;;
		# shellcheck disable=SC2086 # two words
		ADD) step "$line" add $rest ;;
		RUN) step "RUN ${rest%%&&*}" in_debian "$folder" "$rest" ;;
		USER) user=$rest ;;
		WORKDIR) folder=$rest ;;
		ENTRYPOINT) entry=$(printf %s "$rest" | tr -d '[]",') ;;
		*) die "no such instruction is known here: $line" ;;
		esac
	done 3<"$work/instructions"
}

# prints the script of a step of action.yml
action() {
	awk -v name="    - name: $1" '$0 == name { inside = 1; next }
		/^    - / { inside = run = 0 }
		inside && $0 == "      run: |" { run = 1; next }
		run && sub(/^        /, "")' "$root/harness/packaging/action/action.yml"
}

# the service's environment, and both steps, in the order in which it runs them
acts() {
	{
		echo 'export GITHUB_ACTION_PATH=/opt/dynload-cts/harness/packaging/action'
		echo 'export RUNNER_TEMP=/tmp INPUT_LOADER=python3'
		echo 'export GITHUB_OUTPUT=/tmp/output GITHUB_STEP_SUMMARY=/tmp/summary'
		echo "export INPUT_PLUGIN= INPUT_KNOWN= INPUT_LEVEL= INPUT_CASES=hook/plain-name"
		echo 'set -e'
		echo "bash -e -o pipefail <<'STEP'" && action 'Run the suite' && echo STEP
		echo "REPORT=/tmp/conform.json bash -e -o pipefail <<'STEP'" && action Summary && echo STEP
		echo 'cat /tmp/summary; grep -q "as expected | 1 of 1" /tmp/summary'
	} | $sudo tee "$tree/opt/acts.sh" >/dev/null
	in_debian /tmp 'bash /opt/acts.sh'
}

chroot_begin dist
tarball=$(sh "$root/harness/packaging/dist.sh" "$work/dist") || exit 2
if ! make_debian; then
	echo "packaged: skipped, no bare Debian: $why"
	echo '0 passed, 0 failed'
	exit 0
fi
instructions >"$work/instructions"
build
cases=${*:-hook adapter}
step "$entry $cases, as $user" as_user "$entry $cases"
step "$entry --lint" as_user "$entry --lint"
step 'what it wrote' as_user 'test -d .cache/dynload-cts/fixtures'
$sudo mkdir -p "$tree/opt/dynload-cts" &&
	$sudo tar -xzf "$tarball" -C "$tree/opt/dynload-cts" --strip-components=1 --no-same-owner
step 'the steps of action.yml' acts
step './run_tests.sh, of the tarball' in_debian /opt/dynload-cts ./run_tests.sh
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
