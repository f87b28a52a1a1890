#!/bin/sh
# Do README's first commands work on a machine where nothing was installed?
#
#	harness/tools/check/bare-debian.sh
#
# Makes a bare Debian of the same release as this machine and clones HEAD into it. There it runs the
# commands of README's "Quick start", in their order, in a clean environment. The commands install
# what they need. This takes root or a sudo without a password, debootstrap and the network. If one
# of these is missing, it says so and runs the commands in a clean clone on this machine. All files
# are below build/bare-debian; only the logs stay. The last line is "N passed, N failed". A command
# that ends with such a line counts with its numbers, any other command counts as one.
set -u

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P) || exit 2
work=$root/build/bare-debian
tree=$work/tree clone=$work/clone
sane='PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

die() {
	echo "bare-debian: $*" >&2
	exit 2
}

# shellcheck source=harness/tools/check/chroot.sh
. "$root/harness/tools/check/chroot.sh" || exit 2

command_in_debian() { in_debian /opt/dynload-cts "$1"; }

command_in_clone() {
	mkdir -p "$work/home"
	run env -i "$sane" HOME="$work/home" sh -c "cd '$clone' || exit 99
$1
exit"
}

chroot_begin home clone
git clone -q "$root" "$clone" 2>"$work/clone.log" || die "cannot clone: $(tail -n 1 "$work/clone.log")"
[ -z "$(git -C "$root" status --porcelain 2>/dev/null)" ] ||
	echo 'bare-debian: changes that are not committed are not tested' >&2
sh "$clone/harness/tools/check/quick-start.sh" "$clone/README.md" commands >"$work/commands" || exit 2

if make_debian; then
	$sudo mv "$clone" "$tree/opt/dynload-cts" && $sudo chown -R 0:0 "$tree/opt/dynload-cts" || exit 2
	where="a bare Debian $suite" in=debian
else
	echo "bare-debian: no bare Debian ($why): a clean clone in a clean environment instead" >&2
	where='a clean clone' in=clone
fi
passed=0 failed=0 n=0
while IFS= read -r command <&3; do
	n=$((n + 1)) from=$(date +%s)
	"command_in_$in" "$command" >"$work/$n.log" 2>&1
	status=$?
	show "$work/$n.log" $status
	counts=$(sh "$root/harness/tools/check/counts.sh" "$work/$n.log" $status)
	passed=$((passed + ${counts% *})) failed=$((failed + ${counts#* }))
	echo "$where: $command: exit $status, $(($(date +%s) - from)) s"
done 3<"$work/commands"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
