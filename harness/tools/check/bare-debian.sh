#!/bin/sh
# Do README's first commands work on a machine where nothing was installed?
#
#	harness/tools/check/bare-debian.sh
#
# Makes a bare Debian of the same release as this machine and unpacks the tarball of `make dist` into
# it, so that there is no git. There it runs the commands of README's "Quick start", in their order,
# in a clean environment. The commands install what they need. This takes root or a sudo without a
# password, debootstrap and the network. If one of these is missing, it says so and runs the commands
# in the unpacked tarball on this machine. All files are below build/bare-debian; only the logs stay. The last line is "N passed, N failed". A command
# that ends with such a line counts with its numbers, any other command counts as one.
set -u

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P) || exit 2
work=$root/build/bare-debian
tree=$work/tree copy=$work/copy
sane='PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

die() {
	echo "bare-debian: $*" >&2
	exit 2
}

# shellcheck source=harness/tools/check/chroot.sh
. "$root/harness/tools/check/chroot.sh" || exit 2

command_in_debian() { in_debian /opt/dynload-cts "$1"; }

command_in_copy() {
	mkdir -p "$work/home"
	run env -i "$sane" HOME="$work/home" sh -c "cd '$copy' || exit 99
$1
exit"
}

chroot_begin home copy dist
tarball=$(sh "$root/harness/packaging/dist.sh" "$work/dist" 2>"$work/dist.log") ||
	die "no tarball: $(tail -n 1 "$work/dist.log")"
[ ! -s "$work/dist.log" ] || sed 's/^dist:/bare-debian:/' "$work/dist.log" >&2
mkdir "$copy" && tar -xzf "$tarball" -C "$copy" --strip-components=1 || die "cannot unpack $tarball"
sh "$copy/harness/tools/check/quick-start.sh" "$copy/README.md" commands >"$work/commands" || exit 2

if make_debian; then
	$sudo mv "$copy" "$tree/opt/dynload-cts" && $sudo chown -R 0:0 "$tree/opt/dynload-cts" || exit 2
	where="a bare Debian $suite" in=debian
else
	echo "bare-debian: no bare Debian ($why): a clean copy in a clean environment instead" >&2
	where='a clean copy' in=copy
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
